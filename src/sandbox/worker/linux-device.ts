import type { FsFolder } from './emscripten.ts';
import { addName, inodeOf } from './hard-links.ts';
import type { Instance } from './instance.ts';
import { decodeText, encodeText, fromJson, toJson } from './intrinsics.ts';
import { deriveKey, type KeyRequest } from './key-derivation.ts';
import { addRequestDevice } from './request-device.ts';
import { limitStack, type StackLimit } from './stack-limit.ts';
import { protectSystemFiles } from './system-files.ts';

/** What linux.py asks for. */
type LinuxRequest =
  | { readonly call: 'umask'; readonly mask: number }
  | ({ readonly call: 'link' } & LinkRequest)
  | { readonly call: 'stack'; readonly limit: StackLimit }
  | ({ readonly call: 'derive-key' } & KeyRequest);

/** A further name for a file; `follow` tells whether a symbolic link stands for what it leads to. */
interface LinkRequest {
  readonly from: string;
  readonly to: string;
  readonly follow: boolean;
}

const EXISTS = 20; // EEXIST, by the numbers of WASI
const NAME_TOO_LONG = 37; // ENAMETOOLONG
const NOT_THERE = 44; // ENOENT
const NOT_PERMITTED = 63; // EPERM
const OTHER_DEVICE = 75; // EXDEV
const TYPE = 0o170000;
const FOLDER = 0o040000;
const FILE = 0o100000;
const LINK = 0o120000;
const SET_GROUP_ID = 0o2000;
const LONGEST_NAME = 255; // bytes of UTF-8, as Linux's file systems have it
const CREATE = 0o100;
const EXCLUSIVE = 0o200;
const DEFAULT_UMASK = 0o022;

/**
 * Lets files behave as on Linux, below Python: new files and folders obey the umask, whoever makes them
 * (os.open, open, sqlite3), exclusive creation refuses a link that dangles, a name has at most 255 bytes, a
 * file may have several names, and the library can't be written to. Adds `/dev/linux`, where linux.py sets
 * the umask, makes hard links and has keys derived.
 */
export function addLinuxDevice(instance: Instance): { reset(): void } {
  const { fs } = instance;
  let umask = DEFAULT_UMASK;
  const { open, mkdir, symlink, rename, lookupPath } = fs;
  const isSystem = protectSystemFiles(fs);
  const checkNames = (path: unknown): void => {
    if (hasLongName(path)) throw new fs.ErrnoError(NAME_TOO_LONG);
  };

  fs.lookupPath = (path, options) => {
    checkNames(path);
    return lookupPath(path, options);
  };
  // These look only the folder up, not the new name.
  fs.symlink = (target, path) => {
    checkNames(path);
    return symlink(target, path);
  };
  fs.rename = (from, to) => {
    checkNames(to);
    if (!areOneFile(from, to)) rename(from, to);
  };
  /** Of two names for one file rename(2) keeps both. */
  const areOneFile = (from: string, to: string): boolean => {
    const look = { follow: false, noent_okay: true };
    const [a, b] = [lookupPath(from, look).node, lookupPath(to, look).node];
    return a !== undefined && b !== undefined && a !== b && inodeOf(a) === inodeOf(b);
  };
  fs.open = (path, flags, mode = 0o666) => {
    if (typeof flags !== 'number' || !(flags & CREATE) || typeof path !== 'string') {
      return open(path, flags, mode);
    }
    if (flags & EXCLUSIVE && lookupPath(path, { follow: false, noent_okay: true }).node) {
      throw new fs.ErrnoError(EXISTS);
    }
    return open(path, flags, mode & ~umask);
  };
  fs.mkdir = (path, mode = 0o777) => {
    checkNames(path);
    const made = mkdir(path, mode & ~umask);
    made.mode |= made.parent.mode & SET_GROUP_ID;
    return made;
  };
  const link = ({ from, to, follow }: LinkRequest): void => {
    const { node: file } = fs.lookupPath(from, { follow });
    checkNames(to);
    const { node: folder } = fs.lookupPath(to, { parent: true });
    const name = to.split('/').findLast((part) => part !== '');
    if (!file || !folder || name === undefined) throw new fs.ErrnoError(NOT_THERE);
    const reason = name === '.' || name === '..' ? EXISTS : fs.mayCreate(folder, name);
    if (reason !== 0) throw new fs.ErrnoError(reason);
    const type = file.mode & TYPE;
    if (type === FOLDER || isSystem(file)) throw new fs.ErrnoError(NOT_PERMITTED);
    if ((type !== FILE && type !== LINK) || folder.mount !== file.mount) {
      throw new fs.ErrnoError(OTHER_DEVICE);
    }
    addName(fs, file, folder as FsFolder, name);
    file.ctime = folder.mtime = folder.ctime = Date.now();
  };

  /** Number of the error that an act ends with, or 0. */
  const errnoOf = (act: () => void): number => {
    try {
      act();
      return 0;
    } catch (error) {
      if (error instanceof fs.ErrnoError) return error.errno;
      throw error;
    }
  };
  const device = addRequestDevice(instance, '/dev/linux', 8, (bytes) => {
    const request = fromJson(decodeText(bytes)) as LinuxRequest;
    switch (request.call) {
      case 'derive-key':
        return deriveKey(request);
      case 'link':
        return encodeText(toJson({ errno: errnoOf(() => link(request)) }));
      case 'stack':
        limitStack(instance, request.limit);
        break;
      case 'umask':
        umask = request.mask;
    }
    return encodeText(toJson({}));
  });
  return {
    reset() {
      umask = DEFAULT_UMASK;
      device.reset();
    },
  };
}

function hasLongName(path: unknown): boolean {
  if (typeof path !== 'string' || path.length * 3 <= LONGEST_NAME) return false;
  return path.split('/').some((name) => encodeText(name).length > LONGEST_NAME);
}
