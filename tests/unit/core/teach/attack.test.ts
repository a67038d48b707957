import { describe, expect, test } from 'vitest';
import {
  attackOutcome,
  attackProblem,
  type AttackedProgram,
} from '../../../../src/core/teach/attack.ts';
import type { Observation, TestResult } from '../../../../src/core/verdicts/observation.ts';

function seen(result: TestResult): Observation {
  const name = 'test_security_attack';
  return { kind: 'tested', outcomes: [{ name, kind: 'security', result, ms: 1 }] };
}

const HELD = seen({ status: 'passed' });
const FELL = seen({ status: 'failed', error: { type: 'AssertionError', message: 'leaked' } });
const secure = (observation: Observation, name = 'secure'): AttackedProgram => ({
  kind: 'secure',
  name,
  observation,
});
const insecure = (observation: Observation): AttackedProgram => ({
  kind: 'insecure',
  name: 'insecure',
  observation,
});

describe('the outcome of an attack', () => {
  test.each([
    ['beaten', [secure(HELD), insecure(FELL), secure(HELD, 'secure_other')]],
    ['not-beaten', [secure(HELD), insecure(HELD)]],
    ['too-strict', [secure(FELL)]],
    ['too-strict', [secure(HELD), insecure(FELL), secure(FELL, 'secure_other')]],
    ['broken', []],
    ['broken', [secure({ kind: 'engine-failed', detail: 'SyntaxError: invalid syntax' })]],
    ['inconclusive', [secure(seen({ status: 'inconclusive', reason: 'no fork here' }))]],
  ] as const)('is %s', (outcome, programs) => {
    expect(attackOutcome(programs)).toBe(outcome);
  });

  test('counts a hang and the end of the interpreter as harm', () => {
    const hung = seen({ status: 'timeout', limitMs: 3000 });
    const died = seen({ status: 'died', how: 'memory', detail: 'out of memory' });
    for (const observation of [hung, died]) {
      expect(attackOutcome([secure(HELD), insecure(observation)])).toBe('beaten');
      expect(attackOutcome([secure(observation)])).toBe('too-strict');
    }
  });
});

describe('a text that can be no attack', () => {
  test.each([
    ['', 'Keep the function test_security_attack'],
    ['def test_other(candidate):\n    candidate()\n', 'Keep the function'],
    ['    def test_security_attack(candidate):\n        candidate()\n', 'Keep the function'],
    ['def test_security_attack(tmp_path):\n    assert False\n', 'must ask for “candidate”'],
    ['def test_security_attack(candidate):\n    assert False\n', 'never calls “candidate”'],
  ])('is told why: %j', (text, problem) => {
    expect(attackProblem(text)).toContain(problem);
  });

  test('is not one with its parameters over several lines', () => {
    const text = 'def test_security_attack(\n    tmp_path,\n    candidate,\n):\n    candidate(1)\n';
    expect(attackProblem(text)).toBeNull();
  });
});
