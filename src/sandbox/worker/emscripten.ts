/**
 * The parts of Pyodide's and Emscripten's internals that the sandbox uses. They are no public API: the
 * exact version of Pyodide is pinned, and the build and the browser tests fail when they change.
 */

export interface FsNode {
  name: string;
  mode: number;
  parent: FsNode;
  /** Children by name for a folder, bytes for a file. */
  contents?: Record<string, FsNode> | Uint8Array | number[] | null;
  usedBytes?: number;
  /** Target of a symbolic link. */
  link?: string;
  atime: number;
  mtime: number;
  ctime: number;
  mounted?: { root?: FsNode } | null;
  node_ops: {
    mknod(parent: FsNode, name: string, mode: number, device: number): FsNode;
    symlink(parent: FsNode, name: string, target: string): FsNode;
  };
}

export interface FsFolder extends FsNode {
  contents: Record<string, FsNode>;
}

export interface FsStream {
  fd: number;
  path: string;
  node: FsNode;
  seekable: boolean;
  shared: { flags: number; position: number };
}

export interface DeviceOperations {
  open(stream: FsStream): void;
  close(): void;
  llseek(): number;
  read(stream: FsStream, buffer: Int8Array, offset: number, length: number): number;
  write(stream: FsStream, buffer: Int8Array, offset: number, length: number): number;
}

export interface FileSystem {
  root: FsNode;
  streams: (FsStream | undefined)[];
  nameTable: (FsNode | undefined)[];
  devices: Record<number, unknown>;
  mounts: unknown[];
  currentPath: string;
  nextInode: number;
  ignorePermissions: boolean;
  ErrnoError: new (errno: number) => Error;
  makedev(major: number, minor: number): number;
  registerDevice(device: number, operations: DeviceOperations): void;
  mkdev(path: string, mode: number, device: number): FsNode;
  mkdirTree(path: string): void;
  lookupPath(
    path: string,
    options?: { readonly follow?: boolean; readonly noent_okay?: boolean },
  ): { node: FsNode | undefined };
  open(path: string | FsNode, flags: number | string, mode?: number): FsStream;
  mkdir(path: string, mode?: number): FsNode;
  destroyNode(node: FsNode): void;
  readFile(path: string): Uint8Array;
  unlink(path: string): void;
  symlink(target: string, path: string): FsNode;
  rename(from: string, to: string): void;
  chdir(path: string): void;
}

/** A pointer into the heap of one instance. */
export type Pointer = number;

export interface EmscriptenModule {
  readonly FS: FileSystem;
  /** Functions by the numbers that stand for them in the memory. */
  readonly wasmTable: WebAssembly.Table;
  readonly HEAPU8: Uint8Array;
  readonly HEAPU32: Uint32Array;
  _PyGILState_Ensure(): number;
  _PyGILState_Release(state: number): void;
  _PyBytes_FromStringAndSize(bytes: Pointer, size: number): Pointer;
  _PyBytes_AsString(object: Pointer): Pointer;
  _PyBytes_Size(object: Pointer): number;
  _PyObject_CallOneArg(callable: Pointer, argument: Pointer): Pointer;
  _PyRun_SimpleString(text: Pointer): number;
  _PyErr_Clear(): void;
  _Py_IncRef(object: Pointer): void;
  _Py_DecRef(object: Pointer): void;
  _malloc(size: number): Pointer;
  _free(pointer: Pointer): void;
  stackSave(): Pointer;
  stackRestore(pointer: Pointer): void;
}

export interface PyodideConfig {
  indexURL: string;
  createPyodideModule: unknown;
  lockFileContents: object;
  jsglobals: object;
  packages: string[];
  stdout(text: string): void;
  stderr(text: string): void;
  env?: Record<string, string>;
  _loadSnapshot: Uint8Array;
}
