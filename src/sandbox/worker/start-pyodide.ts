import type { Pyodide, PyodideConfig } from './emscripten.ts';

/* Defined by Pyodide's own files, which the build puts in front of this code. */
declare const loadPyodide: (config: PyodideConfig) => Promise<Pyodide>;
declare const _createPyodideModule: unknown;

/** Bytes up to which an interpreter may grow; beyond it Python raises MemoryError. */
const MEMORY_LIMIT = 512 << 20;

/** What the engine is made of, as the frame hands it over. */
export interface EngineParts {
  readonly module: WebAssembly.Module;
  readonly stdlib: ArrayBuffer;
  readonly snapshot: ArrayBuffer;
}

type SystemCall = (command: number) => number;

/**
 * Prepares the worker for Pyodide: no network, a limit for memory, and no clean-up of Python objects by
 * JavaScript's garbage collector, which would strike a heap that was put back meanwhile.
 */
export function prepareRealm({ module, stdlib, snapshot }: EngineParts): void {
  self.FinalizationRegistry = class {
    readonly [Symbol.toStringTag] = 'FinalizationRegistry';
    register(): void {}
    unregister(): boolean {
      return false;
    }
  };
  limitMemory();
  self.fetch = async (input) => {
    const url = String(input);
    if (url.endsWith('python_stdlib.zip')) return new Response(stdlib);
    if (url.endsWith('.wasm')) return new Response(null);
    throw new TypeError('the sandbox has no network');
  };
  const instantiate = WebAssembly.instantiate as (
    module: WebAssembly.Module,
    imports?: WebAssembly.Imports,
  ) => Promise<WebAssembly.Instance>;
  WebAssembly.instantiateStreaming = async (_response, imports) => {
    const environment = imports?.['env'] as Record<string, unknown> | undefined;
    if (typeof environment?.['_emscripten_system'] !== 'function') {
      throw new Error('Pyodide has no import named _emscripten_system any more');
    }
    environment['_emscripten_system'] = refuseSystem;
    const instance = await instantiate(module, imports);
    growTo(instance.exports['memory'] as WebAssembly.Memory, snapshot.byteLength);
    return { module, instance };
  };
}

/** A snapshot may be larger than the memory that an interpreter starts with. */
function growTo(memory: WebAssembly.Memory, bytes: number): void {
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / 65536));
}

/** Below `os.system`: a null command asks whether there is a shell; nothing is ever started. */
const refuseSystem: SystemCall = (command) => (command === 0 ? 1 : -52);

function limitMemory(): void {
  const grow = WebAssembly.Memory.prototype.grow;
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * 65536 > MEMORY_LIMIT) {
      throw new RangeError('memory limit reached');
    }
    return grow.call(this, pages);
  };
}

/**
 * Starts one interpreter from the snapshot, with an empty object in place of JavaScript's globals. What
 * Python writes to the standard error before the doubles are there (a traceback of set-up code) goes to
 * `onError`.
 */
export function startPyodide(
  snapshot: ArrayBuffer,
  onError: (line: string) => void,
): Promise<Pyodide> {
  return loadPyodide({
    indexURL: 'https://pyodide.invalid/',
    createPyodideModule: _createPyodideModule,
    lockFileContents: LOCK_FILE,
    jsglobals: Object.freeze(Object.create(null) as object),
    packages: [],
    stdout() {},
    stderr: onError,
    _loadSnapshot: new Uint8Array(snapshot),
  });
}

/* Filled in by the build from Pyodide's own lock file. */
declare const __PYODIDE_LOCK_INFO__: Record<string, string>;
const LOCK_FILE = { info: __PYODIDE_LOCK_INFO__, packages: {} };
