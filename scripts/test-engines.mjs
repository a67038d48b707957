// npm run test:engines [-- MODEL.gguf] [-- --install]: the OpenAI-compatible provider on a real engine, llama.cpp on the processor, and
// whole runs of the built site on it. Without a name the models are written by the tests.
// The engine is no dependency of the project: as one it would bring 725 MB to every install, most of it for graphics
// cards. It lives in a folder of its own (85 MB), and only --install installs it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

const FOLDER = '.cache/engines';
const VERSION = '3.22.1';
const PLATFORMS = /** @type {Record<string, string>} */ ({
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-arm64': 'mac-arm64-metal',
  'darwin-x64': 'mac-x64',
  'win32-x64': 'win-x64',
});

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { install: { type: 'boolean', default: false } },
});
const packages = resolve(FOLDER, 'node_modules');
if (!existsSync(`${packages}/node-llama-cpp`)) {
  const platform = PLATFORMS[`${process.platform}-${process.arch}`] ?? 'PLATFORM';
  const install = [
    ...['install', '--prefix', FOLDER, '--omit=optional', '--ignore-scripts', '--no-audit'],
    `node-llama-cpp@${VERSION}`,
    `@node-llama-cpp/${platform}@${VERSION}`,
  ];
  if (!values.install) {
    console.error(
      `The engine is not installed (85 MB). To install it, add -- --install, or once:\n\n  npm ${install.join(' ')}\n`,
    );
    process.exit(1);
  }
  if (spawnSync('npm', install, { stdio: 'inherit' }).status !== 0) process.exit(1);
}
const [model] = positionals;
if (model !== undefined && !existsSync(model)) {
  console.error(`There is no ${model}. Without a name the tests write a model themselves.`);
  process.exit(1);
}
const env = {
  ...process.env,
  ENGINE_PACKAGES: packages,
  ...(model === undefined ? {} : { ENGINE_MODEL: resolve(model) }),
};
for (const command of [
  ['vitest', 'run', '--config', 'tests/engines/vitest.config.ts'],
  ['vite', 'build', '--logLevel', 'error'],
  ['playwright', 'test', '--project=engines'],
]) {
  const { status } = spawnSync('npx', command, { stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
}
