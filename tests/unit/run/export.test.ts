import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownStrategyId } from '../../../src/core/prompts/own/template.ts';
import { exportRun, importRun } from '../../../src/run/export.ts';
import { fakeDataset } from '../../fakes/fake-dataset.ts';
import { eventsOf, prepare } from './harness.ts';

const DEPS = { existingIds: new Set<string>(), newId: () => 'new-id' };

/** A finished run of the seeded mix with every kind of verdict. */
async function finished() {
  const { run, ports } = await prepare(fakeDataset(['CWE-022/a', 'CWE-089/b']), {
    plan: { attemptsPerSample: 20 },
  });
  await eventsOf(run, ports);
  const stored = await ports.store.getRun(run.id);
  if (stored === null) throw new Error('the run is gone');
  return { run: stored, attempts: await ports.store.listAttempts(run.id) };
}
const FINISHED = await finished();
const TEXT = exportRun(FINISHED.run, FINISHED.attempts);

/** The exported file with the value at `path` replaced. */
function damaged(path: readonly (string | number)[], value: unknown): string {
  const file: unknown = JSON.parse(TEXT);
  let place = file as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) place = place[key] as Record<string | number, unknown>;
  place[path.at(-1) ?? ''] = value;
  return JSON.stringify(file);
}

function problemOf(text: string): string {
  const result = importRun(text, DEPS);
  return result.ok ? 'none' : result.problem;
}

test('what was exported is imported unchanged', () => {
  expect(importRun(TEXT, DEPS)).toEqual({ ok: true, ...FINISHED });
});

test('a run that is here already gets a new id, and its attempts too', () => {
  const result = importRun(TEXT, { ...DEPS, existingIds: new Set(['run-1']) });
  if (!result.ok) throw new Error(result.problem);
  expect(result.run.id).toBe('new-id');
  expect(new Set(result.attempts.map((attempt) => attempt.runId))).toEqual(new Set(['new-id']));
});

test('counts anew what is done', () => {
  const result = importRun(exportRun(FINISHED.run, FINISHED.attempts.slice(0, 3)), DEPS);
  if (!result.ok) throw new Error(result.problem);
  expect(result.run).toMatchObject({ done: 3, total: 40, state: 'open' });
});

test('derives verdicts from observations instead of believing them', () => {
  const position = FINISHED.attempts.findIndex((attempt) => attempt.verdict === 'vulnerable');
  const result = importRun(damaged(['attempts', position, 'verdict'], 'secure'), DEPS);
  if (!result.ok) throw new Error(result.problem);
  expect(result.attempts[position]?.verdict).toBe('vulnerable');
});

test.each([
  ['run.plan.seed', damaged(['run', 'plan', 'seed'], -1)],
  ['run.plan.task', damaged(['run', 'plan', 'task'], 'sing')],
  ['run.plan.sampleIds', damaged(['run', 'plan', 'sampleIds'], ['CWE-022/a', 'CWE-022/a'])],
  ['run.extra', damaged(['run', 'extra'], 1)],
  ['attempts.0.completion.text', damaged(['attempts', 0, 'completion', 'text'], 5)],
  ['attempts.1.index', damaged(['attempts', 1, 'index'], 0)],
  ['attempts.1.index', damaged(['attempts', 1, 'index'], 20)],
  ['attempts.2.sampleId', damaged(['attempts', 2, 'sampleId'], 'CWE-000/none')],
  ['attempts.2.runId', damaged(['attempts', 2, 'runId'], 'other')],
  ['attempts.3.verdict', damaged(['attempts', 3, 'verdict'], 'perfect')],
])('names the path of what is damaged: %s', (path, text) => {
  expect(problemOf(text)).toContain(`damaged at ${path}`);
});

describe('a run of a visitor’s own strategy', () => {
  const template = { title: 'Mine', system: '', user: '{{problem}}\n{{signature}}' };
  const plan = { ...FINISHED.run.plan, template, strategy: ownStrategyId('generation', template) };
  const run = { ...FINISHED.run, plan };
  const text = exportRun(run, FINISHED.attempts);

  test('comes back with the text of the strategy', () => {
    expect(importRun(text, DEPS)).toEqual({ ok: true, run, attempts: FINISHED.attempts });
  });

  test('is marked as newer than what older pages read, and no other run is', () => {
    expect(JSON.parse(text)).toMatchObject({ version: 2 });
    expect(JSON.parse(TEXT)).toMatchObject({ version: 1 });
  });

  test('is refused where the text is another one than was run', () => {
    expect(problemOf(text.replace('{{signature}}', '{{entry_point}}'))).toContain(
      'damaged at run.plan.template',
    );
  });
});

test('says that a file is not JSON', () => {
  expect(problemOf(TEXT.slice(0, 100))).toContain('not JSON');
});

test('says that a file is something else', () => {
  expect(problemOf('{"format":"other","version":1}')).toContain('not an exported run');
  expect(problemOf('null')).toContain('not an exported run');
});

test('says that a file is of a newer version', () => {
  expect(problemOf(damaged(['version'], 3))).toContain('newer version');
});

test('never throws, whatever JSON comes', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(importRun(JSON.stringify(value), DEPS).ok).toBe(false);
    }),
  );
});

test('never throws, whatever stands in one place of a real file', () => {
  const places = fc.constantFrom(
    ['run'],
    ['run', 'plan'],
    ['run', 'plan', 'model'],
    ['attempts'],
    ['attempts', 0],
    ['attempts', 0, 'extraction'],
    ['attempts', 0, 'observation'],
    ['attempts', 0, 'messages'],
  );
  fc.assert(
    fc.property(places, fc.jsonValue(), (path, value) => {
      expect(typeof importRun(damaged(path, value), DEPS).ok).toBe('boolean');
    }),
    { numRuns: 50 },
  );
});
