import type { MemoryImage, Stretch } from '../memory-image.ts';
import type { FileSystem, FsNode, FsStream } from './emscripten.ts';
import type { Instance } from './instance.ts';
import { putBytes, zeroBytes } from './intrinsics.ts';

/** Files above this size are never written to at run time (the standard library); only their names are kept. */
const LARGEST_KEPT_FILE = 200_000;

/**
 * The state of an interpreter, so that every attempt finds the same one: a copy of the heap, the stack
 * pointer, and the file system, which Emscripten keeps in JavaScript objects outside the heap.
 */
export interface Pristine {
  /** Puts everything back, in a few milliseconds, and revives an interpreter that was lost. */
  restore(): void;
}

/**
 * The memory as its images have it, and the file system as it is now. Between attempts nothing may hold on
 * to objects made later.
 *
 * @param base what both interpreters share
 * @param image how this one differs
 */
export function takePristine(instance: Instance, base: MemoryImage, image: MemoryImage): Pristine {
  const { module } = instance;
  const { stackRestore } = module;
  const restoreFiles = takeFiles(instance.fs);
  return {
    restore() {
      putMemoryBack(module.HEAPU8, base.stretches, image.stretches);
      stackRestore(image.stackPointer);
      restoreFiles();
      instance.death = null;
      instance.depth = 0;
    },
  };
}

function putMemoryBack(
  memory: Uint8Array,
  base: readonly Stretch[],
  differences: readonly Stretch[],
): void {
  let done = 0;
  for (const { start, bytes } of base) {
    // A third of the memory is zero (stack, tables): filling is faster than copying.
    zeroBytes(memory, done, start);
    putBytes(memory, bytes, start);
    done = start + bytes.length;
  }
  zeroBytes(memory, done, memory.length);
  for (const { start, bytes } of differences) putBytes(memory, bytes, start);
}

interface KeptNode {
  readonly node: FsNode;
  readonly properties: Record<string, unknown>;
  readonly children?: Record<string, FsNode>;
  readonly file?: { readonly bytes: Uint8Array; readonly copy: Uint8Array };
}

interface KeptStream {
  readonly stream: FsStream;
  readonly node: FsNode;
  readonly flags: number;
  readonly position: number;
}

function takeFiles(fs: FileSystem): () => void {
  const nodes = keepNodes(fs.root);
  const streams = keepStreams(fs);
  const nameTable = fs.nameTable.slice();
  const devices = { ...fs.devices };
  const mounts = fs.mounts.slice();
  const { currentPath, nextInode, ignorePermissions } = fs;
  return () => {
    putStreamsBack(fs, streams);
    for (const kept of nodes) putNodeBack(kept);
    fs.nameTable = nameTable.slice();
    fs.devices = { ...devices };
    fs.mounts = mounts.slice();
    fs.currentPath = currentPath;
    fs.nextInode = nextInode;
    fs.ignorePermissions = ignorePermissions;
  };
}

function keepNodes(root: FsNode): KeptNode[] {
  const kept: KeptNode[] = [];
  const seen = new Set<FsNode>();
  const walk = (node: FsNode): void => {
    if (seen.has(node)) return;
    seen.add(node);
    const properties = { ...node } as Record<string, unknown>;
    const { contents } = node;
    if (contents instanceof Uint8Array) {
      const small = contents.length < LARGEST_KEPT_FILE;
      kept.push(
        small
          ? { node, properties, file: { bytes: contents, copy: contents.slice() } }
          : { node, properties },
      );
    } else if (contents !== null && typeof contents === 'object' && !Array.isArray(contents)) {
      kept.push({ node, properties, children: { ...contents } });
      Object.values(contents).forEach(walk);
    } else {
      kept.push({ node, properties });
    }
    if (node.mounted?.root) walk(node.mounted.root);
  };
  walk(root);
  return kept;
}

function putNodeBack({ node, properties, children, file }: KeptNode): void {
  for (const key of Object.keys(node)) if (!(key in properties)) Reflect.deleteProperty(node, key);
  Object.assign(node, properties);
  if (children) node.contents = { ...children };
  if (file) {
    node.contents = file.bytes;
    putBytes(file.bytes, file.copy, 0);
  }
}

function keepStreams(fs: FileSystem): Map<number, KeptStream> {
  const kept = new Map<number, KeptStream>();
  for (const stream of fs.streams) {
    if (!stream) continue;
    const { flags, position } = stream.shared;
    kept.set(stream.fd, { stream, node: stream.node, flags, position });
  }
  return kept;
}

function putStreamsBack(fs: FileSystem, kept: Map<number, KeptStream>): void {
  fs.streams.length = 0;
  for (const [fd, { stream, node, flags, position }] of kept) {
    fs.streams[fd] = stream;
    stream.fd = fd;
    stream.node = node;
    stream.shared.flags = flags;
    stream.shared.position = position;
  }
}
