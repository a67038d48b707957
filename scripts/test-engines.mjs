// npm run test:engines -- MODEL.gguf: the OpenAI-compatible provider on a real engine, llama.cpp on the processor.
// The engine is no dependency of the project: as one it would bring 725 MB to every install, most of it for graphics
// cards. It lives in a folder of its own (85 MB), and this installs nothing by itself.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const FOLDER = '.cache/engines';
const VERSION = '3.22.1';
const PLATFORMS = /** @type {Record<string, string>} */ ({
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-arm64': 'mac-arm64-metal',
  'darwin-x64': 'mac-x64',
  'win32-x64': 'win-x64',
});

const packages = resolve(FOLDER, 'node_modules');
if (!existsSync(`${packages}/node-llama-cpp`)) {
  const platform = PLATFORMS[`${process.platform}-${process.arch}`] ?? 'PLATFORM';
  console.error(
    `The engine is not installed (85 MB). To install it, once:\n\n  npm install --prefix ${FOLDER} --omit=optional --ignore-scripts node-llama-cpp@${VERSION} @node-llama-cpp/${platform}@${VERSION}\n`,
  );
  process.exit(1);
}
const model = process.argv[2];
if (model === undefined || !existsSync(model)) {
  console.error('Name a model: npm run test:engines -- MODEL.gguf; the smallest one does.');
  process.exit(1);
}
const { status } = spawnSync(
  'npx',
  ['vitest', 'run', '--config', 'tests/engines/vitest.config.ts'],
  {
    stdio: 'inherit',
    env: { ...process.env, ENGINE_PACKAGES: packages, ENGINE_MODEL: resolve(model) },
  },
);
process.exit(status ?? 1);
