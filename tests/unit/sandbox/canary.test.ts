import { expect, test } from 'vitest';
import { tellsRightFromWrong } from '../../../src/sandbox/host/canary.ts';
import type { SandboxWorker } from '../../../src/sandbox/host/sandbox-worker.ts';

/** Fake worker that judges by the code alone. */
function workerThatJudges(judge: (code: string) => 'passed' | 'failed'): SandboxWorker {
  const run: SandboxWorker['run'] = async ({ code, only }, onEvent) => {
    const name = only?.[0] ?? '';
    const status = judge(code);
    onEvent({
      event: 'test-finished',
      name,
      result: status === 'passed' ? { status } : { status, error: { type: 'E', message: '' } },
    });
    return { kind: 'finished', reusable: true };
  };
  return { run, end: () => undefined } as Partial<SandboxWorker> as SandboxWorker;
}

test('a worker that passes the right program alone is sound', async () => {
  const honest = workerThatJudges((code) => (code.includes('2 * number') ? 'passed' : 'failed'));
  expect(await tellsRightFromWrong(honest)).toBe(true);
});

test('a worker that passes everything is found', async () => {
  expect(await tellsRightFromWrong(workerThatJudges(() => 'passed'))).toBe(false);
});

test('a worker that fails everything is found', async () => {
  expect(await tellsRightFromWrong(workerThatJudges(() => 'failed'))).toBe(false);
});
