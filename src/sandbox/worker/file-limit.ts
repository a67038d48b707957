import type { FsNode } from './emscripten.ts';
import type { Instance } from './instance.ts';
import { keys } from './intrinsics.ts';

/** How many files and folders an attempt may have: each crossing looks at all of them. */
export const MOST_FILES = 5000;

export const TOO_MANY_FILES = 'more than 5,000 files';

/** After how many new files the rest is counted. */
const STEP = 250;

/**
 * Ends an interpreter as soon as it has made too many files, rather than at its next crossing: unpacking
 * without a limit would else take all the time there is, and the memory outside the heap.
 */
export function limitFiles({ fs }: Instance): { reset(): void } {
  let made = 0;
  const { mknod, symlink } = fs;
  const count = (): void => {
    if (++made % STEP === 0 && countBelow(fs.lookupPath('/tmp').node) > MOST_FILES) {
      throw new RangeError(TOO_MANY_FILES);
    }
  };
  fs.mknod = (path, mode, device) => {
    count();
    return mknod(path, mode, device);
  };
  fs.symlink = (target, path) => {
    count();
    return symlink(target, path);
  };
  return {
    reset() {
      made = 0;
    },
  };
}

function countBelow(top: FsNode | undefined): number {
  const waiting = [top];
  let found = 0;
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const { contents } = node;
    if (typeof contents !== 'object' || contents === null || ArrayBuffer.isView(contents)) continue;
    const children = contents as Record<string, FsNode>;
    for (const name of keys(children)) waiting.push(children[name]);
    found += keys(children).length;
  }
  return found;
}
