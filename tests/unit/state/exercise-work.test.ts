import { describe, expect, test } from 'vitest';
import type { Exercise, Mode } from '../../../src/core/teach/exercise.ts';
import type { Adapters } from '../../../src/state/adapters.ts';
import { ExerciseWork } from '../../../src/state/exercise-work.svelte.ts';
import { openSettings, type Settings } from '../../../src/state/settings.ts';
import { fakeSample } from '../../fakes/fake-dataset.ts';
import { fakeSandbox, type FakeSandboxOptions } from '../../fakes/fake-sandbox.ts';
import { EXERCISE } from '../core/teach/exercises.ts';

const SAMPLE = fakeSample('CWE-089/a');
const SECURE = 'def solve(text):\n    return text  # secure, mine\n';
const INSECURE = 'def solve(text):\n    return text\n';

function workOn(
  mode: Mode,
  settings: Settings = openSettings(null),
  sandbox: FakeSandboxOptions = {},
): ExerciseWork {
  const exercise: Exercise = { ...EXERCISE, mode, sampleIds: [SAMPLE.id, 'CWE-089/b'] };
  const adapters = { settings, sandbox: fakeSandbox(sandbox), now: () => 120_000 };
  return new ExerciseWork(exercise, adapters as unknown as Adapters, 'version');
}

describe('a student’s work', () => {
  test('starts from the signature to write and from the insecure code to repair', () => {
    expect(workOn('write').text(SAMPLE)).toBe(`${SAMPLE.signature}\n`);
    expect(workOn('repair').text(SAMPLE)).toBe(SAMPLE.insecureCode);
  });

  test('is there again after a reload: name, draft, tries and answer', async () => {
    const settings = openSettings(null);
    const before = workOn('repair', settings);
    before.name = 'Zoë';
    await before.run(SAMPLE, SECURE);
    before.keepText(SAMPLE, '# a draft');
    const after = workOn('repair', settings);
    expect(after.name).toBe('Zoë');
    expect(after.text(SAMPLE)).toBe('# a draft');
    expect(after.tries(SAMPLE.id)).toBe(1);
    expect(after.result()).toEqual(before.result());
  });

  test('becomes a result with the answers that there are', async () => {
    const work = workOn('repair');
    work.name = ' Zoë ';
    expect(work.result()).toBeNull();
    await work.run(SAMPLE, INSECURE);
    expect(work.result()).toMatchObject({
      student: 'Zoë',
      minute: 2,
      answers: [{ sampleId: SAMPLE.id, tries: 1, verdict: 'vulnerable', code: INSECURE }],
    });
  });

  test('keeps a secure answer until there is another secure one', async () => {
    const work = workOn('repair');
    await work.run(SAMPLE, SECURE);
    await work.run(SAMPLE, INSECURE);
    expect(work.answer(SAMPLE.id)).toMatchObject({ verdict: 'secure', code: SECURE, tries: 2 });
    expect(work.score(SAMPLE.id)?.verdict).toBe('vulnerable');
    await work.run(SAMPLE, `${SECURE}# 2\n`);
    expect(work.answer(SAMPLE.id)).toMatchObject({ code: `${SECURE}# 2\n` });
  });

  test('is not charged with a try that our side could not judge', async () => {
    const observe: FakeSandboxOptions['observe'] = ({ code, testInfos }) => ({
      kind: 'tested',
      outcomes: testInfos.map(({ name, kind }) => ({
        ...{ name, kind, ms: 1 },
        result:
          code === INSECURE
            ? ({ status: 'inconclusive', reason: 'no threads' } as const)
            : kind === 'security' && code === SAMPLE.insecureCode
              ? ({ status: 'failed', error: { type: 'AssertionError', message: '' } } as const)
              : ({ status: 'passed' } as const),
      })),
    });
    const work = workOn('repair', openSettings(null), { observe });
    await work.run(SAMPLE, SECURE);
    await work.run(SAMPLE, INSECURE);
    expect(work.answer(SAMPLE.id)).toMatchObject({ code: SECURE, tries: 1 });
  });

  test('takes the first answer to a weakness only', () => {
    const work = workOn('find');
    work.find(SAMPLE.id, 'CWE-089', [4, 2]);
    work.find(SAMPLE.id, 'CWE-022', [1]);
    expect(work.answer(SAMPLE.id)).toMatchObject({ cwe: 'CWE-089', lines: [2, 4] });
  });

  test('can be taken from the device', async () => {
    const settings = openSettings(null);
    const work = workOn('repair', settings);
    work.name = 'Zoë';
    await work.run(SAMPLE, SECURE);
    work.forget();
    for (const now of [work, workOn('repair', settings)]) {
      expect([now.name, now.result()]).toEqual(['', null]);
    }
  });

  test('reads nothing that another program left under its keys', () => {
    const settings = openSettings(null);
    const spoilt: Settings = { ...settings, read: () => ({ tries: 'many' }) };
    expect(workOn('repair', spoilt).text(SAMPLE)).toBe(SAMPLE.insecureCode);
  });
});

describe('an attack as a student’s work', () => {
  const ATTACK = 'def test_security_attack(candidate):\n    candidate("x")\n';

  test('starts from an ordinary use, and is solved when the insecure program is beaten', async () => {
    const work = workOn('beat');
    expect(work.text(SAMPLE)).toContain('def test_security_attack(candidate');
    await work.run(SAMPLE, ATTACK);
    expect(work.isSolved(SAMPLE.id)).toBe(true);
    expect(work.report(SAMPLE.id)?.outcome).toBe('beaten');
    expect(work.result()?.answers).toEqual([
      { kind: 'attack', sampleId: SAMPLE.id, tries: 1, outcome: 'beaten', code: ATTACK },
    ]);
  });

  test('that won stays the answer when a later one fails', async () => {
    const settings = openSettings(null);
    const work = workOn('beat', settings);
    await work.run(SAMPLE, ATTACK);
    await work.run(SAMPLE, 'print("no attack")');
    expect(work.report(SAMPLE.id)?.outcome).toBe('broken');
    expect(work.tries(SAMPLE.id)).toBe(2);
    expect(workOn('beat', settings).answer(SAMPLE.id)).toMatchObject({
      outcome: 'beaten',
      code: ATTACK,
    });
  });
});
