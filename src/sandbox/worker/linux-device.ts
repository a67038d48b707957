import type { Instance } from './instance.ts';
import { decodeText, encodeText, fromJson, toJson } from './intrinsics.ts';
import { deriveKey, type KeyRequest } from './key-derivation.ts';
import { addRequestDevice } from './request-device.ts';

/** What linux.py asks for. */
type LinuxRequest =
  | { readonly call: 'umask'; readonly mask: number }
  | ({ readonly call: 'derive-key' } & KeyRequest);

const EXISTS = 20; // EEXIST, by the numbers of WASI
const NAME_TOO_LONG = 37; // ENAMETOOLONG
const LONGEST_NAME = 255; // bytes of UTF-8, as Linux's file systems have it
const CREATE = 0o100;
const EXCLUSIVE = 0o200;
const DEFAULT_UMASK = 0o022;

/**
 * Lets files behave as on Linux, below Python: new files and folders obey the umask, whoever makes them
 * (os.open, open, sqlite3), exclusive creation refuses a link that dangles, and a name has at most 255
 * bytes. Adds `/dev/linux`, where
 * linux.py sets the umask and has keys derived.
 */
export function addLinuxDevice(instance: Instance): { reset(): void } {
  const { fs } = instance;
  let umask = DEFAULT_UMASK;
  const { open, mkdir, symlink, rename, lookupPath } = fs;
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
    rename(from, to);
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
    return mkdir(path, mode & ~umask);
  };

  const device = addRequestDevice(instance, '/dev/linux', 8, (bytes) => {
    const request = fromJson(decodeText(bytes)) as LinuxRequest;
    if (request.call === 'derive-key') return deriveKey(request);
    umask = request.mask;
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
