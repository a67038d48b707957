import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inTurn, mustBeWhole } from '../../../src/ui/turns.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { hidden: true });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What was called after each task. */
async function calls(begin: (note: (name: string) => () => void) => void): Promise<string[]> {
  const names: string[] = [];
  begin((name) => () => names.push(name));
  await vi.runAllTimersAsync();
  return names;
}

test('each comes in a task of its own, in order', async () => {
  const names: string[] = [];
  inTurn(() => names.push('grid'));
  inTurn(() => names.push('charts'));
  expect(names).toEqual([]);
  await vi.advanceTimersToNextTimerAsync();
  expect(names).toEqual(['grid']);
  await vi.runAllTimersAsync();
  expect(names).toEqual(['grid', 'charts']);
});

test('what goes on with a part above comes before what waits', async () => {
  const names = await calls((note) => {
    inTurn(() => {
      note('cells')();
      inTurn(note('more cells'), true);
    });
    inTurn(note('charts'));
  });
  expect(names).toEqual(['cells', 'more cells', 'charts']);
});

test('what is withdrawn does not come', async () => {
  const names = await calls((note) => {
    const withdraw = inTurn(note('grid'));
    inTurn(note('charts'));
    withdraw();
  });
  expect(names).toEqual(['charts']);
});

test('a screen is made whole for a part that the address names, and for who comes back', () => {
  vi.stubGlobal('history', { state: null });
  expect(mustBeWhole('')).toBe(false);
  expect(mustBeWhole('charts')).toBe(true);
  vi.stubGlobal('history', { state: { __svelte_spa_router_scrollY: 900 } });
  expect(mustBeWhole('')).toBe(true);
});
