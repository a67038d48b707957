import type { FileSystem, FsFolder, FsNode } from './emscripten.ts';
import { hasOwn } from './intrinsics.ts';

// Taken now: code under test that reaches JavaScript can't swap it.
const { create } = Object;

/** What all names of a file have in common, and may change. */
const SHARED = ['mode', 'contents', 'usedBytes', 'atime', 'mtime', 'ctime', 'node_ops'] as const;

/** The file that a name stands for: the node that was there first. */
export function inodeOf(node: FsNode): FsNode {
  return node.inode ?? node;
}

/**
 * Gives a file one more name, as link(2) does. A node of Emscripten has one name, so the other one is a node
 * with a name and a folder of its own, and all else is the first node's. Either may be renamed or removed.
 */
export function addName(fs: FileSystem, file: FsNode, folder: FsFolder, name: string): FsNode {
  const inode = inodeOf(file);
  const node = create(inode, {
    inode: { value: inode },
    name: { value: name, writable: true },
    parent: { value: folder, writable: true },
    name_next: { value: undefined, writable: true },
    ...forwarded(inode),
  }) as FsNode;
  if (inode.names === undefined) countNames(inode);
  inode.names = [...(inode.names ?? [inode]).filter(isThere), node];
  folder.contents[name] = node;
  fs.hashAddNode(node);
  return node;
}

function forwarded(inode: FsNode): PropertyDescriptorMap {
  const properties: PropertyDescriptorMap = {};
  for (const key of SHARED) {
    properties[key] = {
      get: () => inode[key],
      set: (value: never) => {
        inode[key] = value;
      },
    };
  }
  return properties;
}

/** Lets stat tell how many names there are: Emscripten says 1 of every file. */
function countNames(inode: FsNode): void {
  const { getattr } = inode.node_ops;
  inode.node_ops = {
    ...inode.node_ops,
    getattr: (node) => ({ ...getattr(node), nlink: inode.names?.filter(isThere).length ?? 1 }),
  };
}

function isThere(node: FsNode): boolean {
  const { contents } = node.parent as FsFolder;
  return hasOwn(contents, node.name) && contents[node.name] === node;
}
