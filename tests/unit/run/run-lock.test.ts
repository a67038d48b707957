import { expect, test } from 'vitest';
import { isRunning, withRunLock } from '../../../src/run/run-lock.ts';
import { fakeLocks } from '../../fakes/fake-locks.ts';

test('runs the function and gives its value', async () => {
  const result = await withRunLock('r1', fakeLocks(), async () => 42);
  expect(result).toEqual({ ok: true, value: 42 });
});

test('a run that another tab holds is not started', async () => {
  const locks = fakeLocks();
  const inside = await withRunLock('r1', locks, () =>
    withRunLock('r1', locks, async () => {
      throw new Error('must not run');
    }),
  );
  expect(inside).toMatchObject({ ok: true, value: { ok: false, reason: 'running-elsewhere' } });
});

test('another run is not held up', async () => {
  const locks = fakeLocks();
  const inside = await withRunLock('r1', locks, () => withRunLock('r2', locks, async () => 'ran'));
  expect(inside).toEqual({ ok: true, value: { ok: true, value: 'ran' } });
});

test('the lock is free again after a failure', async () => {
  const locks = fakeLocks();
  const failing = withRunLock('r1', locks, async () => {
    throw new Error('failed');
  });
  await expect(failing).rejects.toThrow('failed');
  expect(await withRunLock('r1', locks, async () => 1)).toEqual({ ok: true, value: 1 });
});

test('says whether a run is running', async () => {
  const locks = fakeLocks();
  const during = await withRunLock('r1', locks, () => isRunning('r1', locks));
  expect(during).toEqual({ ok: true, value: true });
  expect(await isRunning('r1', locks)).toBe(false);
});
