/**
 * Program of the child process that makes the snapshot: starts Python in Node, imports all that judge and
 * cell need, and writes the heap to a file. Only our own Python runs here.
 *
 *   node --import tsx scripts/build/make-snapshot.ts OUTPUT
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadPyodide, type PyodideInterface } from 'pyodide';
import { HARNESS_FOLDER, PYTHON_FOLDER, pythonFiles } from './python-sources.ts';

interface SnapshotConfig {
  _makeSnapshot: boolean;
  jsglobals: object;
  env: Record<string, string>;
}

async function main(output: string): Promise<void> {
  // The time zone of the build machine must not end in the snapshot.
  process.env['TZ'] = 'UTC';
  const config: SnapshotConfig = {
    _makeSnapshot: true,
    jsglobals: Object.freeze(Object.create(null) as object),
    env: { HOME: '/home/user', LANG: 'C.UTF-8', PYTHONINSPECT: '1' },
  };
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
sys.argv[:] = ['']
while '' in sys.path[1:]:
    sys.path.remove('')
harden.prepare()
`);
  const snapshot = (
    pyodide as PyodideInterface & { makeMemorySnapshot(): Uint8Array }
  ).makeMemorySnapshot();
  writeFileSync(output, snapshot);
}

function putSources(pyodide: PyodideInterface, folder: string, target: string): void {
  for (const name of pythonFiles(folder)) {
    const path = join(target, name);
    pyodide.FS.mkdirTree(dirname(path));
    pyodide.FS.writeFile(path, readFileSync(join(folder, name), 'utf8'));
  }
}

const [output] = process.argv.slice(2);
if (!output || readdirSync('dataset/harness').length === 0)
  throw new Error('usage: make-snapshot OUTPUT');
await main(output);
process.exit(0);
