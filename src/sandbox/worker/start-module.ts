import type { EmscriptenModule, PyodideConfig } from './emscripten.ts';

/** Pyodide's loader, as far as it is used: it prepares the settings and calls `createPyodideModule`. */
export type LoadPyodide = (config: PyodideConfig) => Promise<unknown>;
/** Pyodide's compiled module. */
export type CreateModule = (settings: object) => Promise<EmscriptenModule>;

type Receive = (instance: WebAssembly.Instance, module: WebAssembly.Module) => void;

/** The part of the settings that is changed here: how the WebAssembly is brought to life. */
interface ModuleSettings {
  instantiateWasm(imports: WebAssembly.Imports, receive: Receive): object;
}

const ENOUGH = Object.freeze({ __proto__: null, name: 'Enough' });

/**
 * Starts Pyodide's WebAssembly with its file system and system calls, and nothing of Python: its memory
 * comes from an image. The loader is left as soon as the module is there, so no part of Pyodide's bridge
 * to JavaScript is ever set up.
 *
 * @param memoryBytes how large the memory of the image is
 */
export async function startModule(
  loadPyodide: LoadPyodide,
  createModule: CreateModule,
  config: Omit<PyodideConfig, 'createPyodideModule' | '_loadSnapshot'>,
  memoryBytes: number,
): Promise<EmscriptenModule> {
  let made: EmscriptenModule | null = null;
  try {
    await loadPyodide({
      ...config,
      // Its length alone is read: it says that Python is not to be started, and how much memory there is.
      _loadSnapshot: new Uint8Array(memoryBytes),
      createPyodideModule: async (settings: ModuleSettings) => {
        const { instantiateWasm } = settings;
        settings.instantiateWasm = (imports, receive) =>
          instantiateWasm(imports, (instance, module) => {
            growTo(instance.exports['memory'] as WebAssembly.Memory, memoryBytes);
            receive(instance, module);
          });
        made = await createModule(settings);
        throw ENOUGH;
      },
    });
  } catch (error) {
    if (error !== ENOUGH) throw error;
  }
  if (made === null) throw new Error('Pyodide made no module');
  return made;
}

/** Before the JavaScript around it makes its views of the memory. */
function growTo(memory: WebAssembly.Memory, bytes: number): void {
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / 65536));
}
