/**
 * Program of the child process that makes the memory images of judge and cell: starts Python in Node,
 * imports all that either side needs, takes the ways into JavaScript out, sets both sides up and runs one
 * harmless attempt. Only our own Python runs here.
 *
 *   node --import tsx scripts/build/make-images.ts FOLDER
 *
 * Writes FOLDER/base, FOLDER/judge and FOLDER/cell; the latter two are differences from the first.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadPyodide, type PyodideInterface } from 'pyodide';
import { encodeImage, type ImageHead } from '../../src/sandbox/memory-image.ts';
import type { HostEvent } from '../../src/sandbox/worker/bridge.ts';
import type { EmscriptenModule, Pointer } from '../../src/sandbox/worker/emscripten.ts';
import { Instance } from '../../src/sandbox/worker/instance.ts';
import { clearWorkFolder, WORK_FOLDER } from '../../src/sandbox/worker/mirror.ts';
import {
  type CreateModule,
  type LoadPyodide,
  startModule,
} from '../../src/sandbox/worker/start-module.ts';
import { limitStack } from '../../src/sandbox/worker/stack-limit.ts';
import { checkWarmUp, warmUp } from '../../src/sandbox/worker/warm-up.ts';
import { OPEN_DEVICES, wirePair } from '../../src/sandbox/worker/wire-pair.ts';
import { HARNESS_FOLDER, PYTHON_FOLDER, pythonFiles } from './python-sources.ts';

// The time zone of the build machine must not end in the images.
process.env['TZ'] = 'UTC';
const ENV = { HOME: '/home/user', LANG: 'C.UTF-8', PYTHONINSPECT: '1' };
const NO_GLOBALS = Object.freeze(Object.create(null) as object);

/** Python with everything imported and patched that both sides have, without any way into JavaScript. */
async function makeBase(): Promise<EmscriptenModule> {
  const config = { _makeSnapshot: true, jsglobals: NO_GLOBALS, env: ENV };
  const pyodide = await loadPyodide(config as object);
  putSources(pyodide, 'src/sandbox/python', PYTHON_FOLDER);
  putSources(pyodide, 'dataset/harness', HARNESS_FOLDER);
  pyodide.runPython(`
import sys
sys.dont_write_bytecode = True
sys.path[:0] = ['${PYTHON_FOLDER}', '${dirname(HARNESS_FOLDER)}']
import warm, judge_main, cell_main, linux, harden
import pkgutil, harness
for _module in pkgutil.walk_packages(harness.__path__, 'harness.'):
    if _module.name.split('.')[1] not in ('native', 'native_process', 'loopback'):
        __import__(_module.name)
del _module
sys.path.remove('${PYTHON_FOLDER}')
sys.path.remove('${dirname(HARNESS_FOLDER)}')
sys.path_importer_cache.clear()
linux.install()
sys.argv[:] = ['']
while '' in sys.path[1:]:
    sys.path.remove('')
`);
  const module = (pyodide as PyodideInterface & { _module: EmscriptenModule })._module;
  // Not through Pyodide: its own Python is gone afterwards.
  new Instance(module).setUp('import harden; harden.harden()');
  return module;
}

function putSources(pyodide: PyodideInterface, folder: string, target: string): void {
  for (const name of pythonFiles(folder)) {
    const path = join(target, name);
    pyodide.FS.mkdirTree(dirname(path));
    pyodide.FS.writeFile(path, readFileSync(join(folder, name), 'utf8'));
  }
}

/** Another interpreter with the same memory. */
async function startFrom(base: EmscriptenModule): Promise<Instance> {
  const asm = createRequire(import.meta.url).resolve('pyodide/pyodide.asm.mjs');
  const { default: createModule } = (await import(pathToFileURL(asm).href)) as {
    default: CreateModule;
  };
  const config = {
    jsglobals: NO_GLOBALS,
    env: ENV,
    packages: [],
    stdout() {},
    stderr: console.error,
  };
  const module = await startModule(
    loadPyodide as LoadPyodide,
    createModule,
    config as never,
    base.HEAPU8.length,
  );
  module.HEAPU8.set(base.HEAPU8);
  module.stackRestore(base.stackSave());
  checkTable(module, base.wasmTable.length);
  const side = new Instance(module);
  side.fs.mkdirTree(WORK_FOLDER);
  return side;
}

function checkTable({ wasmTable }: EmscriptenModule, length: number): void {
  if (wasmTable.length !== length) {
    throw new Error(`the table has ${wasmTable.length} functions, not ${length}`);
  }
}

/** Address of a Python callable; the name keeps it alive. */
function callable(side: Instance, expression: string): Pointer {
  side.setUp(`with open('/tmp/address', 'w') as f: f.write(str(id(${expression})))`);
  const address = Number(new TextDecoder().decode(side.fs.readFile('/tmp/address')));
  side.fs.unlink('/tmp/address');
  side.module._Py_IncRef(address);
  return address;
}

function checkDevices(side: Instance): void {
  const open = side.fs.streams.flatMap((stream) =>
    stream && stream.fd > 2 ? [`${stream.fd} ${stream.path}`] : [],
  );
  const expected = OPEN_DEVICES.map(([descriptor, path]) => `${descriptor} ${path}`);
  if (open.join() !== expected.join()) throw new Error(`other files are open: ${open.join()}`);
}

function write(
  name: string,
  { module }: { readonly module: EmscriptenModule },
  callables: ImageHead['callables'],
  base: Uint8Array,
): void {
  const head = {
    memoryBytes: module.HEAPU8.length,
    stackPointer: module.stackSave(),
    tableLength: module.wasmTable.length,
    callables,
  };
  writeFileSync(join(folder, name), encodeImage(module.HEAPU8, head, base));
}

const [folder = ''] = process.argv.slice(2);
if (!folder) throw new Error('usage: make-images FOLDER');
const base = await makeBase();
const [judge, cell] = [await startFrom(base), await startFrom(base)];
const pair = wirePair(judge, cell);
for (const side of [judge, cell]) side.setUp('import linux; linux.connect()');
limitStack(cell, 'safe');
judge.setUp('import judge_main; judge_main.setup()');
cell.setUp('import cell_main; cell_main.setup()');
for (const side of [judge, cell]) checkDevices(side);
const endpoints = {
  cellDispatch: callable(cell, 'cell_main.dispatch'),
  judgeDispatch: callable(judge, 'judge_main.dispatch'),
};
const run = callable(judge, 'judge_main.run');
const events: HostEvent[] = [];
pair.connect(endpoints, (told) => events.push(...told));
warmUp(judge, run);
checkWarmUp(events);
for (const side of [judge, cell]) {
  side.setUp(`import os, gc; os.chdir('${WORK_FOLDER}'); gc.collect(); gc.freeze()`);
  clearWorkFolder(side);
}
write('base', { module: base }, [0, 0, 0], new Uint8Array(0));
write('judge', judge, [run, endpoints.judgeDispatch, 0], base.HEAPU8);
write('cell', cell, [endpoints.cellDispatch, 0, 0], base.HEAPU8);
process.exit(0);
