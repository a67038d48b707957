import type { FsFolder, FsNode } from './emscripten.ts';
import { MOST_FILES, TOO_MANY_FILES } from './file-limit.ts';
import { addName, inodeOf } from './hard-links.ts';
import type { Instance } from './instance.ts';
import { hasOwn, keys } from './intrinsics.ts';

/** The work directory of both interpreters. */
export const WORK_FOLDER = '/tmp/w';

const TYPE = 0o170000;
const FOLDER = 0o040000;
const FILE = 0o100000;
const LINK = 0o120000;
const DEEPEST = 40;

/**
 * Keeps the work directories of judge and cell equal. Names and metadata are copied, contents are shared by
 * reference, so files that are open on both sides (sqlite) see each other's writes. A file that was renamed
 * or linked stays the same file on both sides, so what was opened before can be read on; a file that
 * replaces another one under its name is a new one on both sides: what was opened before stays what it was.
 * A link that leaves the work directory dangles on the judge's side: the judge's own files are out of reach.
 */
export class FileMirror {
  readonly #judge: Instance;
  readonly #cell: Instance;
  /** The same file on the other side, whatever its names. */
  readonly #twins = new WeakMap<FsNode, FsNode>();

  constructor(judge: Instance, cell: Instance) {
    this.#judge = judge;
    this.#cell = cell;
  }

  /** @throws {RangeError} when the tree is too deep or too large */
  toCell(): void {
    this.#mirror(this.#judge, this.#cell, false);
  }

  /** @throws {RangeError} when the tree is too deep or too large */
  toJudge(): void {
    this.#mirror(this.#cell, this.#judge, true);
  }

  #mirror(from: Instance, to: Instance, toJudge: boolean): void {
    const target = workFolder(to);
    const source = workFolder(from);
    // Without a folder there is nothing to be equal to: the code under test may have removed its own.
    if (target === null) return;
    if (source === null) clearFolder(to, target);
    else new Pass(to, toJudge, this.#twins).copy(source, target, WORK_FOLDER, 0);
  }
}

/** Empties the work directory; does nothing where there is none. */
export function clearWorkFolder(instance: Instance): void {
  const folder = workFolder(instance);
  if (folder !== null) clearFolder(instance, folder);
}

function workFolder({ fs }: Instance): FsFolder | null {
  let node: FsNode = fs.root;
  // Not lookupPath: it would follow a link that the code under test put there.
  for (const name of ['tmp', 'w']) {
    const children: unknown = (node.mounted?.root ?? node).contents;
    if (!isChildren(children) || !hasOwn(children, name)) return null;
    node = children[name] as FsNode;
  }
  return isFolder(node) ? node : null;
}

function isChildren(value: unknown): value is Record<string, FsNode> {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
}

function isFolder(node: FsNode): node is FsFolder {
  return (node.mode & TYPE) === FOLDER && isChildren(node.contents);
}

function clearFolder(instance: Instance, folder: FsFolder): void {
  for (const name of keys(folder.contents)) remove(instance, folder, name);
}

function remove(instance: Instance, folder: FsFolder, name: string): void {
  const node = folder.contents[name] as FsNode;
  if (isFolder(node)) clearFolder(instance, node);
  Reflect.deleteProperty(folder.contents, name);
  instance.fs.destroyNode(node);
}

/** One way across. */
class Pass {
  readonly #to: Instance;
  readonly #toJudge: boolean;
  readonly #twins: WeakMap<FsNode, FsNode>;
  #left = MOST_FILES;

  constructor(to: Instance, toJudge: boolean, twins: WeakMap<FsNode, FsNode>) {
    this.#to = to;
    this.#toJudge = toJudge;
    this.#twins = twins;
  }

  copy(source: FsFolder, target: FsFolder, path: string, depth: number): void {
    if (depth > DEEPEST) throw new RangeError('folders are nested too deep');
    for (const name of keys(target.contents)) {
      const there = hasOwn(source.contents, name) ? source.contents[name] : undefined;
      const here = target.contents[name] as FsNode;
      if (
        !there ||
        this.#twins.get(inodeOf(there)) !== inodeOf(here) ||
        !this.#alike(there, here, `${path}/${name}`)
      ) {
        this.#keepContents(here);
        remove(this.#to, target, name);
      }
    }
    for (const name of keys(source.contents)) {
      if (--this.#left < 0) throw new RangeError(TOO_MANY_FILES);
      this.#copyNode(source.contents[name] as FsNode, target, name, `${path}/${name}`, depth);
    }
    copyTimes(source, target);
    target.mode = source.mode;
  }

  /** What goes may be open still, and may have been written to before it went. */
  #keepContents(node: FsNode): void {
    const twin = this.#twins.get(inodeOf(node));
    if (isFolder(node)) {
      for (const name of keys(node.contents)) this.#keepContents(node.contents[name] as FsNode);
    } else if (twin !== undefined && (node.mode & TYPE) === FILE) shareContents(twin, node);
  }

  #alike(source: FsNode, target: FsNode, path: string): boolean {
    if ((source.mode & TYPE) !== (target.mode & TYPE)) return false;
    return source.link === undefined || target.link === this.#linkTarget(source.link, path);
  }

  #copyNode(source: FsNode, folder: FsFolder, name: string, path: string, depth: number): void {
    const type = source.mode & TYPE;
    if (type !== LINK && type !== FOLDER && type !== FILE) return; // devices stay where they are
    const target = hasOwn(folder.contents, name)
      ? (folder.contents[name] as FsNode)
      : this.#make(source, folder, name, path);
    if (isFolder(source) && isFolder(target)) this.copy(source, target, path, depth + 1);
    else if (type === FILE) shareContents(source, target);
    target.mode = source.mode;
    copyTimes(source, target);
  }

  #make(source: FsNode, folder: FsFolder, name: string, path: string): FsNode {
    const type = source.mode & TYPE;
    const inode = inodeOf(source);
    const twin = this.#twins.get(inode);
    // Renamed or linked: still the file that may be open on the other side.
    if (twin !== undefined && type === FILE) return addName(this.#to.fs, twin, folder, name);
    const { mknod, symlink } = folder.node_ops;
    const made =
      type === LINK
        ? symlink(folder, name, this.#linkTarget(source.link ?? '', path))
        : mknod(folder, name, source.mode, 0);
    this.#twins.set(inode, made);
    this.#twins.set(made, inode);
    return made;
  }

  #linkTarget(link: string, path: string): string {
    return this.#toJudge && leavesWorkFolder(path, link) ? `/outside-of-cell${link}` : link;
  }
}

function shareContents(source: FsNode, target: FsNode): void {
  if (source.contents !== undefined) target.contents = source.contents;
  if (source.usedBytes !== undefined) target.usedBytes = source.usedBytes;
}

function copyTimes(source: FsNode, target: FsNode): void {
  target.atime = source.atime;
  target.mtime = source.mtime;
  target.ctime = source.ctime;
}

function leavesWorkFolder(path: string, link: string): boolean {
  const parts = link.startsWith('/') ? [] : path.split('/').slice(0, -1);
  for (const part of link.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  const resolved = `/${parts.filter((part) => part !== '').join('/')}`;
  return resolved !== WORK_FOLDER && !resolved.startsWith(`${WORK_FOLDER}/`);
}
