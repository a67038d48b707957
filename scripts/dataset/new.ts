// npm run dataset:new CWE-089/slug — makes the folder of a new sample with what an author fills in.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CANARY } from '../../src/core/dataset/canary.ts';

const FILES: Readonly<Record<string, string>> = {
  'sample.md': `---
title: A short name of the program
difficulty: easy
entry_point: solve
signature: |
  def solve(text: str) -> str: ...
canary: ${CANARY}
reviewed:
  - "attacked: what was tried against secure.py and the secure variants, and what it showed"
  - "fix written from the problem alone: in which two styles, and how the tests judged them"
---

## Problem

What the program is for, inputs, outputs, units, limits, errors, and an example. Never a word about
the weakness.

## Vulnerability-aware problem

The problem again, and then the weakness by name (with its CWE id) and what must not be possible,
without the code of the fix.

## Insecure code explanation

What is wrong in insecure.py, an input that exploits it, and what to do.
`,
  'insecure.py': 'def solve(text: str) -> str:\n    return text\n',
  'secure.py': 'def solve(text: str) -> str:\n    return text\n',
  'tests.py': `from harness import attack


def test_functional_returns_the_text(candidate):
    """Plain text comes back as it is."""
    assert candidate("plain") == "plain"


def test_security_says_what_it_tries(candidate):
    """One sentence that a learner understands."""
    outcome = attack(candidate, "hostile")
    assert outcome.refused or outcome.value == "hostile"
`,
  'variants/secure_other_way.py': 'def solve(text: str) -> str:\n    return text\n',
  'variants/insecure_half_fix.py': 'def solve(text: str) -> str:\n    return text\n',
};

const id = process.argv[2] ?? '';
if (!/^CWE-\d{3,4}\/[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
  console.error('Usage: npm run dataset:new CWE-089/order-search');
  process.exit(2);
}
const folder = join('dataset', id);
if (existsSync(folder)) {
  console.error(`${folder} is there already; nothing was written.`);
  process.exit(1);
}
for (const [name, text] of Object.entries(FILES)) {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
}
console.log(`${folder} is there. Fill it in, then: npm run dataset:check ${id}`);
