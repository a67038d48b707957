import { expect, test } from 'vitest';
import type { Task } from '../../../src/core/prompts/strategy.ts';
import { strategyTable } from '../../../src/state/strategy-table.ts';

const run = (strategy: string, task: Task = 'generation', id = 'm') => ({
  strategy,
  task,
  model: { provider: 'p', id, title: id },
});

test('strategies are rows, tasks are columns, and each is compared with the plain run of its task', () => {
  const runs = [
    run('cwe-hint'),
    run('plain', 'repair'),
    run('plain'),
    run('cwe-hint', 'repair'),
    run('explained', 'repair'),
  ];
  expect(strategyTable(runs)).toEqual({
    rows: [
      { strategy: 'plain', runs: { repair: 1, generation: 2 } },
      { strategy: 'cwe-hint', runs: { generation: 0, repair: 3 } },
      { strategy: 'explained', runs: { repair: 4 } },
    ],
    tasks: ['generation', 'repair'],
    plainOf: new Map([
      [0, 2],
      [3, 1],
      [4, 1],
    ]),
    left: [],
  });
});

test('of runs with the same strategy and task the first is in the table', () => {
  expect(strategyTable([run('cwe-hint'), run('plain'), run('cwe-hint')])).toMatchObject({
    left: [2],
    plainOf: new Map([[0, 1]]),
  });
});

test('nothing is compared where no plain run is among them', () => {
  expect(strategyTable([run('cwe-hint'), run('few-shot-1')])?.plainOf.size).toBe(0);
  expect(strategyTable([run('plain'), run('explained', 'repair')])?.plainOf.size).toBe(0);
});

test('several models, or a single strategy, make no table', () => {
  expect(strategyTable([run('plain'), run('cwe-hint', 'generation', 'other')])).toBeNull();
  expect(strategyTable([run('plain'), run('plain', 'repair')])).toBeNull();
  expect(strategyTable([])).toBeNull();
});
