import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** What the about page says of a package that the site ships. */
export interface Licence {
  readonly name: string;
  readonly version: string;
  /** SPDX id. */
  readonly licence: string;
  /** The licence's text where the package carries it, else empty. */
  readonly text: string;
}

const VIRTUAL_ID = 'virtual:licences';

/** Parts inside Pyodide's and wllama's WebAssembly that are no npm packages of their own. */
const INSIDE_WEBASSEMBLY: readonly Licence[] = [
  { name: 'CPython', version: '3.14.2', licence: 'PSF-2.0', text: '' },
  { name: 'Emscripten', version: '5.0.3', licence: 'MIT', text: '' },
  { name: 'SQLite', version: '3', licence: 'blessing', text: '' },
  { name: 'OpenSSL', version: '3', licence: 'Apache-2.0', text: '' },
  { name: 'Expat', version: '2', licence: 'MIT', text: '' },
  { name: 'zlib', version: '1', licence: 'Zlib', text: '' },
  { name: 'llama.cpp and ggml', version: 'as in wllama', licence: 'MIT', text: '' },
];

function readLicence(folder: string): { licence: Licence; dependencies: string[] } {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
    dependencies?: Record<string, string>;
  };
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  return {
    licence: {
      name: manifest.name,
      version: manifest.version,
      licence: manifest.license ?? 'see text',
      text: file ? readFileSync(join(folder, file), 'utf8') : '',
    },
    dependencies: Object.keys(manifest.dependencies ?? {}),
  };
}

/** The runtime packages of package.json with all that they depend on, sorted by name. */
function shippedLicences(root: string): Licence[] {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const found = new Map<string, Licence>();
  const queue = [...Object.keys(manifest.dependencies), 'svelte'];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (found.has(name)) continue;
    // Types and the compiler's own helpers do not reach the visitor.
    if (name.startsWith('@types/')) continue;
    const { licence, dependencies } = readLicence(join(root, 'node_modules', name));
    found.set(name, licence);
    if (name !== 'svelte') queue.push(...dependencies);
  }
  return [...found.values(), ...INSIDE_WEBASSEMBLY].sort((a, b) => a.name.localeCompare(b.name));
}

/** Vite plugin: `virtual:licences` exports what the about page must list. */
export function licences(): Plugin {
  let root = process.cwd();
  return {
    name: 'licences',
    configResolved: (config) => {
      root = config.root;
    },
    resolveId: (id) => (id === VIRTUAL_ID ? `\0${VIRTUAL_ID}` : null),
    load: (id) =>
      id === `\0${VIRTUAL_ID}`
        ? `export const licences = ${JSON.stringify(shippedLicences(root))};`
        : null,
  };
}
