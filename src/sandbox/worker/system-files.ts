import type { FileSystem, FsNode } from './emscripten.ts';

const SYSTEM = '/lib';
const NOT_PERMITTED = 63; // EPERM, by the numbers of WASI

/**
 * Makes the standard library root's, as on Linux: nobody may write there. Its bytes are too many to be put
 * back after an attempt, so what one attempt could change there would meet the next one.
 *
 * @returns whether a file is the system's
 */
export function protectSystemFiles(fs: FileSystem): (node: FsNode) => boolean {
  const system = new WeakSet<FsNode>();
  const own = (node: FsNode): void => {
    system.add(node);
    node.mode &= ~0o222;
    const { contents } = node;
    if (typeof contents !== 'object' || contents === null || ArrayBuffer.isView(contents)) return;
    for (const child of Object.values(contents as Record<string, FsNode>)) own(child);
  };
  const { node } = fs.lookupPath(SYSTEM);
  if (node) own(node);
  const { doChmod } = fs;
  fs.doChmod = (stream, changed, mode, dontFollow) => {
    if (system.has(changed)) throw new fs.ErrnoError(NOT_PERMITTED);
    doChmod(stream, changed, mode, dontFollow);
  };
  return (file) => system.has(file);
}
