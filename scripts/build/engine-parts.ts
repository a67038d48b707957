import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { pyodideGlue } from './pyodide-glue.ts';
import { PART_NAMES, type PartName } from '../../src/sandbox/protocol.ts';
import { pythonFiles } from './python-sources.ts';

/** The engine as it is downloaded. */
export interface EngineParts {
  /** Hash over all that it is made of, in hex. */
  readonly version: string;
  readonly parts: Readonly<
    Record<
      PartName,
      { readonly compressed: Buffer; readonly rawBytes: number; readonly hash: string }
    >
  >;
  readonly frameScript: string;
}

const CACHE = '.cache/engine';
const PYODIDE = dirname(createRequire(import.meta.url).resolve('pyodide/package.json'));

/**
 * Makes the engine, or takes it from `.cache/engine` where nothing that it is made of has changed. The
 * images need about 10 s.
 *
 * @throws where Pyodide's text is not what the patches expect, or the Python can't be imported
 */
export async function makeEngineParts(): Promise<EngineParts> {
  const worker = Buffer.from(await workerScript());
  const frameScript = await bundle('src/sandbox/frame/frame.ts', {});
  let made: Images | null = null;
  const images = (): Images => (made ??= makeImages());
  const sources: Record<PartName, () => Buffer> = {
    worker: () => worker,
    wasm: () => fromPyodide('pyodide.asm.wasm'),
    base: () => images().base,
    judge: () => images().judge,
    cell: () => images().cell,
    stdlib: () => fromPyodide('python_stdlib.zip'),
  };
  const version = hashOf(worker, frameScript, ...pythonTexts(), pyodideVersion());
  const parts = Object.fromEntries(
    PART_NAMES.map((name) => [name, compressed(name, sources[name], version)]),
  ) as EngineParts['parts'];
  return { version, parts, frameScript };
}

function compressed(
  name: PartName,
  source: () => Buffer,
  version: string,
): EngineParts['parts'][PartName] {
  const file = join(CACHE, `${version.slice(0, 16)}-${name}`);
  if (!existsSync(file)) {
    mkdirSync(CACHE, { recursive: true });
    const temporary = `${file}.${process.pid}.part`;
    // The library is compressed already: packing it again would only cost time when it is unpacked.
    writeFileSync(temporary, gzipSync(source(), { level: name === 'stdlib' ? 0 : 9 }));
    renameSync(temporary, file);
  }
  const bytes = readFileSync(file);
  // The last four bytes of a gzip file are the length of what is inside (RFC 1952).
  return { compressed: bytes, rawBytes: bytes.readUInt32LE(bytes.length - 4), hash: hashOf(bytes) };
}

async function workerScript(): Promise<string> {
  const lock = JSON.parse(fromPyodide('pyodide-lock.json').toString()) as { info: object };
  const glue = pyodideGlue(
    fromPyodide('pyodide.asm.mjs').toString(),
    fromPyodide('pyodide.mjs').toString(),
  );
  const own = await bundle('src/sandbox/worker/main.ts', {
    __PYODIDE_LOCK_INFO__: JSON.stringify(lock.info),
  });
  // One function around everything: nothing of it is a global that code under test could reach.
  return `(() => {${glue}\n${own}\n})();\n`;
}

async function bundle(entry: string, define: Record<string, string>): Promise<string> {
  const outputs = await build({
    configFile: false,
    logLevel: 'error',
    define,
    build: {
      write: false,
      target: 'es2023',
      minify: true,
      lib: { entry, formats: ['iife'], name: 'sandboxPart', fileName: 'part' },
    },
  });
  const [output] = outputs as Rolldown.RolldownOutput[];
  const [chunk] = output?.output ?? [];
  if (chunk?.type !== 'chunk') throw new Error(`${entry}: no bundle was made`);
  return chunk.code;
}

type Images = Readonly<Record<'base' | 'judge' | 'cell', Buffer>>;

function makeImages(): Images {
  const folder = join(CACHE, `images.${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const child = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/build/make-images.ts', folder],
    { encoding: 'utf8', timeout: 300_000 },
  );
  if (child.status !== 0) {
    throw new Error(`the memory images could not be made:\n${child.stdout}\n${child.stderr}`);
  }
  const read = (name: keyof Images): Buffer => readFileSync(join(folder, name));
  const images = { base: read('base'), judge: read('judge'), cell: read('cell') };
  rmSync(folder, { recursive: true });
  return images;
}

function pythonTexts(): Buffer[] {
  const own = ['src/sandbox/python', 'dataset/harness'].flatMap((folder) =>
    pythonFiles(folder).flatMap((name) => [
      Buffer.from(`\0${name}\0`),
      readFileSync(join(folder, name)),
    ]),
  );
  const build = readdirSync('scripts/build')
    .filter((name) => /^(make-images|python-sources)/.test(name))
    .map((name) => readFileSync(join('scripts/build', name)));
  return [...own, ...build];
}

function fromPyodide(name: string): Buffer {
  return readFileSync(join(PYODIDE, name));
}

function pyodideVersion(): string {
  return (JSON.parse(fromPyodide('package.json').toString()) as { version: string }).version;
}

function hashOf(...inputs: (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const input of inputs) hash.update(input);
  return hash.digest('hex');
}
