import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import pyodideLock from 'pyodide/pyodide-lock.json' with { type: 'json' };

/** What the about page says of a package that the site ships. */
export interface Licence {
  readonly name: string;
  readonly version: string;
  /** SPDX id. */
  readonly licence: string;
  /** The licence's text where the package carries it, else empty. */
  readonly text: string;
  /** Where the text and the source are. */
  readonly url: string;
}

const VIRTUAL_ID = 'virtual:licences';

const { info } = pyodideLock;

/** `emscripten_5_0_3` → `5.0.3`. */
const emscripten = info.platform.replace(/^emscripten_/, '').replaceAll('_', '.');

/** Parts inside Pyodide's, WebLLM's and wllama's WebAssembly that are no npm packages of their own. */
const INSIDE_WEBASSEMBLY: readonly Omit<Licence, 'text'>[] = [
  {
    name: 'CPython',
    version: info.python,
    licence: 'PSF-2.0',
    url: 'https://docs.python.org/3/license.html',
  },
  {
    name: 'Emscripten, with musl and parts of LLVM',
    version: emscripten,
    licence: 'MIT, Apache-2.0 WITH LLVM-exception',
    url: 'https://github.com/emscripten-core/emscripten/blob/main/LICENSE',
  },
  inPyodide('bzip2', 'bzip2-1.0.6', 'https://sourceware.org/bzip2/'),
  inPyodide('Expat', 'MIT', 'https://github.com/libexpat/libexpat'),
  inPyodide('HACL*', 'MIT', 'https://github.com/hacl-star/hacl-star'),
  inPyodide('liblzma', '0BSD', 'https://tukaani.org/xz/'),
  inPyodide('libmpdec', 'BSD-2-Clause', 'https://www.bytereef.org/mpdecimal/'),
  inPyodide('mimalloc', 'MIT', 'https://github.com/microsoft/mimalloc'),
  inPyodide('SQLite', 'blessing', 'https://www.sqlite.org/copyright.html'),
  inPyodide('zlib', 'Zlib', 'https://zlib.net/zlib_license.html'),
  inPyodide('Zstandard', 'BSD-3-Clause', 'https://github.com/facebook/zstd'),
  inWebllm('Apache TVM', 'https://github.com/apache/tvm'),
  inWebllm('Hugging Face tokenizers', 'https://github.com/huggingface/tokenizers'),
  inWebllm('XGrammar', 'https://github.com/mlc-ai/xgrammar'),
  {
    name: 'llama.cpp and ggml',
    version: 'as in wllama',
    licence: 'MIT',
    url: 'https://github.com/ggml-org/llama.cpp',
  },
];

function inPyodide(name: string, licence: string, url: string): Omit<Licence, 'text'> {
  return { name, version: 'as in Pyodide', licence, url };
}

function inWebllm(name: string, url: string): Omit<Licence, 'text'> {
  return { name, version: 'as in WebLLM', licence: 'Apache-2.0', url };
}

function readLicence(folder: string): { licence: Licence; dependencies: string[] } {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
    homepage?: string;
    dependencies?: Record<string, string>;
  };
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  return {
    licence: {
      name: manifest.name,
      version: manifest.version,
      licence: manifest.license ?? 'see text',
      text: file ? readFileSync(join(folder, file), 'utf8') : '',
      url: manifest.homepage ?? `https://www.npmjs.com/package/${manifest.name}`,
    },
    dependencies: Object.keys(manifest.dependencies ?? {}),
  };
}

/** The runtime packages of package.json with all that they depend on, sorted by name. */
export function shippedLicences(root: string): Licence[] {
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
  const inside = INSIDE_WEBASSEMBLY.map((licence) => ({ ...licence, text: '' }));
  return [...found.values(), ...inside].sort((a, b) => a.name.localeCompare(b.name));
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
