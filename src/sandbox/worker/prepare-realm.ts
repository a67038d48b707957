/** Bytes up to which an interpreter may grow; beyond it Python raises MemoryError. */
const MEMORY_LIMIT = 512 << 20;

type SystemCall = (command: number) => number;

/**
 * Prepares the worker for Pyodide: no network, a limit for memory, and no clean-up of Python objects by
 * JavaScript's garbage collector, which would strike a heap that was put back meanwhile.
 */
export function prepareRealm(module: WebAssembly.Module, stdlib: ArrayBuffer): void {
  self.FinalizationRegistry = class {
    readonly [Symbol.toStringTag] = 'FinalizationRegistry';
    register(): void {}
    unregister(): boolean {
      return false;
    }
  };
  limitMemory();
  reuseSmallModules();
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
    return { module, instance: await instantiate(module, imports) };
  };
}

/** Below `os.system`: a null command asks whether there is a shell; nothing is ever started. */
const refuseSystem: SystemCall = (command) => (command === 0 ? 1 : -52);

/**
 * Emscripten wraps every JavaScript function that a pointer leads to into a module of its own; modules for
 * the same types are equal to the byte, and compiling them took a tenth of a start.
 */
function reuseSmallModules(): void {
  const Genuine = WebAssembly.Module;
  const made = new Map<string, WebAssembly.Module>();
  const Module = function (bytes: Uint8Array<ArrayBuffer>): WebAssembly.Module {
    if (bytes.length > 100) return new Genuine(bytes);
    const key = bytes.join();
    const module = made.get(key) ?? new Genuine(bytes);
    made.set(key, module);
    return module;
  };
  Module.prototype = Genuine.prototype as object;
  Object.setPrototypeOf(Module, Genuine); // for its static functions
  WebAssembly.Module = Module as unknown as typeof WebAssembly.Module;
}

function limitMemory(): void {
  const grow = WebAssembly.Memory.prototype.grow;
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * 65536 > MEMORY_LIMIT) {
      throw new RangeError('memory limit reached');
    }
    return grow.call(this, pages);
  };
}
