import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { extractCode } from '../../../../src/core/extraction/extract-code.ts';

/** The reference programs of the data set: real modules, with docstrings, constants, classes, demos. */
const PROGRAMS = readdirSync('dataset', { recursive: true, encoding: 'utf8' })
  .filter((path) => /^CWE-.*\/(?:in)?secure\.py$/.test(path))
  .map((path) => {
    const file = join('dataset', path);
    const front = readFileSync(join(file, '..', 'sample.md'), 'utf8');
    return {
      path,
      code: readFileSync(file, 'utf8').trim() + '\n',
      entryPoint: /^entry_point: *(\w+)/m.exec(front)?.[1] ?? '',
    };
  });

const escaped = (code: string): string =>
  code
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

test.each<[form: string, answer: (code: string, entryPoint: string) => string]>([
  ['alone', (code) => code],
  [
    'between sentences',
    (code) => `Here's the code:\n\n${code}\nIt doesn't use eval.\n- It's safe.`,
  ],
  ['in a block that is not closed', (code) => `\`\`\`python\n${code}\nThis function is safe now.`],
  [
    'in a list',
    (code) => `1. Code:\n\n   \`\`\`python\n${code.replace(/^(?=.)/gm, '   ')}   \`\`\`\n2. Done.`,
  ],
  ['in JSON', (code) => JSON.stringify({ explanation: 'It works.', code })],
  ['escaped for HTML', (code) => `\`\`\`python\n${escaped(code)}\`\`\``],
  [
    'before an example',
    (code, name) =>
      `\`\`\`python\n${code}\`\`\`\nUse:\n\`\`\`python\nimport os, sys, json\nprint(${name}(1))\n\`\`\``,
  ],
  [
    'before tests',
    (code, name) =>
      `\`\`\`python\n${code}\`\`\`\n\`\`\`python\nfrom solution import ${name}\ndef test_it():\n    assert ${name}(1)\n\`\`\``,
  ],
])('every reference program comes out as it is when it stands %s', (_form, answer) => {
  expect(PROGRAMS.length).toBeGreaterThan(100);
  const changed = PROGRAMS.filter(({ code, entryPoint }) => {
    const extraction = extractCode(answer(code, entryPoint), entryPoint);
    return extraction.kind !== 'code' || extraction.code !== code;
  });
  expect(changed.map(({ path }) => path)).toEqual([]);
});
