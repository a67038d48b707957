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
  /** The file system that it is in. */
  readonly mount: object;
  /** The file that this node is another name of (hard-links.ts). */
  readonly inode?: FsNode;
  /** All names of a file that has or had several. */
  names?: readonly FsNode[];
  node_ops: {
    getattr(node: FsNode): object;
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
  ErrnoError: new (errno: number) => Error & { readonly errno: number };
  makedev(major: number, minor: number): number;
  registerDevice(device: number, operations: DeviceOperations): void;
  mknod(path: string, mode: number, device: number): FsNode;
  mkdev(path: string, mode: number, device: number): FsNode;
  mkdirTree(path: string): void;
  lookupPath(
    path: string,
    options?: {
      readonly follow?: boolean;
      readonly noent_okay?: boolean;
      /** Finds the folder of the path instead. */
      readonly parent?: boolean;
    },
  ): { node: FsNode | undefined };
  /** Number of the error that forbids to make an entry, or 0. */
  mayCreate(folder: FsNode, name: string): number;
  doChmod(stream: FsStream | null, node: FsNode, mode: number, dontFollow?: boolean): void;
  open(path: string | FsNode, flags: number | string, mode?: number): FsStream;
  mkdir(path: string, mode?: number): FsNode;
  hashAddNode(node: FsNode): void;
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
  _PyThreadState_Get(): Pointer;
  _PyUnstable_ThreadState_SetStackProtection(
    thread: Pointer,
    start: Pointer,
    bytes: number,
  ): number;
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
  /** Where the stack starts, and the lower address that it may grow to. */
  _emscripten_stack_get_base(): Pointer;
  _emscripten_stack_get_end(): Pointer;
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
