// npm run test:hostile: the sandbox under attack, in Chromium and in Firefox, and under strain: escapes with
// their positive controls, forgeries, a quarter of the processor, and a soak of 10,000 attempts
// (SOAK_ATTEMPTS). Takes about half an hour.
import { spawnSync } from 'node:child_process';

const run = (...args: string[]): boolean =>
  spawnSync('npx', args, { stdio: 'inherit' }).status === 0;

if (!run('vite', 'build', '--logLevel', 'warn')) process.exit(1);
const passed = run(
  'playwright', 'test', '--project=sandbox', '--project=sandbox-firefox', '--project=soak',
); // prettier-ignore
process.exit(passed ? 0 : 1);
