import { PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-nodejs';
import { expect, test } from 'vitest';
import { buildDataset } from '../../../../scripts/build/dataset-asset.ts';
import { attackProblem } from '../../../../src/core/teach/attack.ts';
import { attackTemplate, fixturesOf } from '../../../../src/core/teach/attack-template.ts';
import { fixtureMeaning } from '../../../../src/ui/text/fixture-words.ts';

const { samples } = buildDataset('dataset');

const TESTS = `"""Tests."""

import json
from os import path, sep

from harness import attack, raises

PLANT, SECRET = "a", "b"
EXPLOITS = ["../x"]


@staticmethod
def plant(folder):
    """Below it stands what it needs."""
    return f"{prefix()}{folder}{sep}"


def prefix():
    return PLANT


def test_functional_first(candidate, tmp_path):
    """The first one."""
    assert candidate(plant(tmp_path)) == "x"


def test_security_dots(candidate, shell):
    """Dots."""
    for exploit in EXPLOITS:
        assert SECRET not in json.dumps(attack(candidate, exploit).value)
`;

test('it is the first functional test with what it needs, and nothing that gives the attack away', () => {
  const testInfos = [
    { name: 'test_functional_first', kind: 'functional', doc: 'The first one.' },
    { name: 'test_security_dots', kind: 'security', doc: 'Dots.' },
  ] as const;
  expect(attackTemplate({ tests: TESTS, testInfos })).toBe(`from os import sep
from harness import attack, nonce


PLANT, SECRET = "a", "b"


@staticmethod
def plant(folder):
    """Below it stands what it needs."""
    return f"{prefix()}{folder}{sep}"


def prefix():
    return PLANT


def test_security_attack(candidate, tmp_path):
    """An ordinary use, to begin with. Make it one that only the insecure program fails."""
    assert candidate(plant(tmp_path)) == "x"
`);
});

test('of every sample it can be run: nothing that it names is missing', () => {
  const undefinedNames = new Workspace({ lint: { select: ['F821'] } }, PositionEncoding.Utf16);
  for (const sample of samples) {
    const template = attackTemplate(sample);
    expect(attackProblem(template), sample.id).toBeNull();
    expect(undefinedNames.check(template), sample.id).toEqual([]);
  }
});

test('every fixture that a sample uses is explained', () => {
  expect(fixturesOf(TESTS)).toEqual(['candidate', 'shell', 'tmp_path']);
  for (const { tests } of samples)
    for (const fixture of fixturesOf(tests)) expect(fixtureMeaning(fixture)).not.toBe(fixture);
});
