import type { EmscriptenModule, FileSystem, Pointer } from './emscripten.ts';
import { copyBytes, encodeText, putBytes } from './intrinsics.ts';

/** How an instance came to its end; kept until its heap is restored. */
export interface Death {
  readonly how: 'exit' | 'memory' | 'crash';
  readonly detail: string;
}

/** Thrown through every frame of an instance that is lost. Frozen and without a stack: it holds no secrets. */
export const LOST = Object.freeze({ __proto__: null, name: 'InstanceLost' });

/** Largest message that crosses, in bytes. */
export const MAX_MESSAGE = 16 << 20;

/** Reads what a JavaScript exception says about the end of an instance. */
export function deathOf(error: unknown): Death {
  if (error === LOST) return { how: 'crash', detail: 'the other interpreter was lost' };
  if (typeof error !== 'object' || error === null) {
    return { how: 'crash', detail: `a thrown ${typeof error}` };
  }
  const { name, message, status } = error as {
    name?: unknown;
    message?: unknown;
    status?: unknown;
  };
  if (name === 'ExitStatus') return { how: 'exit', detail: `exit status ${String(status)}` };
  const detail = `${String(name)}: ${String(message)}`.slice(0, 300);
  return { how: /memory|grow/i.test(detail) ? 'memory' : 'crash', detail };
}

/**
 * One Python interpreter. Bytes go in and out through the C API of CPython, so no JsProxy and no PyProxy
 * ever exists that the code under test could follow into JavaScript.
 */
export class Instance {
  readonly fs: FileSystem;
  readonly module: EmscriptenModule;
  /** Set when the interpreter is lost; only a restored heap clears it. */
  death: Death | null = null;
  /** Calls into the interpreter that have not returned. */
  depth = 0;
  readonly #api: Pick<
    EmscriptenModule,
    | '_PyGILState_Ensure'
    | '_PyGILState_Release'
    | '_PyBytes_FromStringAndSize'
    | '_PyBytes_AsString'
    | '_PyBytes_Size'
    | '_PyObject_CallOneArg'
    | '_PyErr_Clear'
    | '_Py_DecRef'
  >;

  constructor(module: EmscriptenModule) {
    this.module = module;
    this.fs = module.FS;
    // Taken now: code under test that reaches the module object can't swap these functions.
    const m = this.module;
    this.#api = Object.freeze({
      _PyGILState_Ensure: m._PyGILState_Ensure,
      _PyGILState_Release: m._PyGILState_Release,
      _PyBytes_FromStringAndSize: m._PyBytes_FromStringAndSize,
      _PyBytes_AsString: m._PyBytes_AsString,
      _PyBytes_Size: m._PyBytes_Size,
      _PyObject_CallOneArg: m._PyObject_CallOneArg,
      _PyErr_Clear: m._PyErr_Clear,
      _Py_DecRef: m._Py_DecRef,
    });
  }

  /** Runs code of ours; never code from outside. */
  setUp(code: string): void {
    const bytes = encodeText(`${code}\0`);
    const pointer = this.module._malloc(bytes.length);
    putBytes(this.module.HEAPU8, bytes, pointer);
    const status = this.module._PyRun_SimpleString(pointer);
    this.module._free(pointer);
    if (status !== 0) throw new Error(`set-up code failed: ${code}`);
  }

  /**
   * Calls a Python callable with bytes and copies out the bytes that it returns; null where it raised or
   * returned something else.
   *
   * @throws {LOST} when the interpreter ended; `death` says how.
   */
  call(callable: Pointer, argument: Uint8Array): Uint8Array | null {
    if (this.death !== null) throw LOST;
    const api = this.#api;
    this.depth++;
    try {
      // os.write released the lock on its way here: take it again for the nested call.
      const lock = api._PyGILState_Ensure();
      const bytes = api._PyBytes_FromStringAndSize(0, argument.length);
      if (bytes === 0) throw new RangeError('no memory for a message');
      putBytes(this.module.HEAPU8, argument, api._PyBytes_AsString(bytes));
      const result = api._PyObject_CallOneArg(callable, bytes);
      api._Py_DecRef(bytes);
      const reply = result === 0 ? null : this.#copyOut(result);
      if (reply === null) api._PyErr_Clear();
      if (result !== 0) api._Py_DecRef(result);
      api._PyGILState_Release(lock);
      return reply;
    } catch (error) {
      // A lock that is held here is not released: the heap is restored before the next call.
      this.death ??= deathOf(error);
      throw LOST;
    } finally {
      this.depth--;
    }
  }

  #copyOut(object: Pointer): Uint8Array | null {
    const size = this.#api._PyBytes_Size(object);
    if (size < 0 || size > MAX_MESSAGE) return null;
    const start = this.#api._PyBytes_AsString(object);
    return copyBytes(this.module.HEAPU8, start, start + size);
  }
}
