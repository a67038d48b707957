import { execFileSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { buildDataset } from '../../scripts/build/dataset-asset.ts';

test.setTimeout(300_000);

const SAMPLES = buildDataset('dataset').samples.filter((_, index) => index % 12 === 0);

/** Secure and insecure answers in turn, and one refusal. */
const LINES = [
  ...SAMPLES.flatMap(({ id, secureCode, insecureCode }) => [
    { task_id: id, completion: `Here it is:\n\`\`\`python\n${secureCode}\`\`\`` },
    { task_id: id, solution: insecureCode },
  ]),
  { task_id: SAMPLES[0]?.id, completion: 'I’m sorry, but I can’t help with that.' },
].map((line) => JSON.stringify(line));

test('completions are scored in shards, resumed, and merged to the same bytes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'score-'));
  const run = (...args: string[]): string =>
    execFileSync('npx', ['tsx', ...args], { cwd: process.cwd(), encoding: 'utf8' });
  const file = (name: string): string => join(folder, name);
  try {
    writeFileSync(file('samples.jsonl.gz'), gzipSync(['not json', ...LINES].join('\n')));
    const score = (out: string, shard: string): string =>
      run('scripts/score/score.ts', file('samples.jsonl.gz'), '--out', file(out), '--shard', shard);
    const said = score('whole.jsonl', '1/1');
    expect(said).toContain('1 lines skipped');

    const [, ...results] = readFileSync(file('whole.jsonl'), 'utf8').trimEnd().split('\n');
    const verdicts = results.map((line) => (JSON.parse(line) as { verdict: string }).verdict);
    expect(verdicts).toEqual([...SAMPLES.flatMap(() => ['secure', 'vulnerable']), 'invalid']);

    score('one.jsonl', '1/2');
    score('two.jsonl', '2/2');
    // As if the second part had been cut off in the middle of a line.
    truncateSync(file('two.jsonl'), readFileSync(file('two.jsonl')).length - 20);
    expect(score('two.jsonl', '2/2')).toMatch(/[1-9]\d* of them scored before/);
    run(
      'scripts/score/merge.ts',
      file('two.jsonl'),
      file('one.jsonl'),
      '--out',
      file('both.jsonl'),
    );
    expect(readFileSync(file('both.jsonl'), 'utf8')).toBe(
      readFileSync(file('whole.jsonl'), 'utf8'),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
