// npm run test:shards [-- ATTEMPTS]: so many completions to each sample (100, so 18,000), scored headless in one piece and
// in four shards, one after the other; the merged shards must be the same bytes. Hours on two cores: for the night.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sample } from '../../src/core/dataset/sample.ts';
import { buildDataset } from '../build/dataset-asset.ts';

const ATTEMPTS = Number(process.argv[2] ?? 100);
const SHARDS = 4;

/** The sample's programs in turn, with a comment that makes each a text of its own; one in ten is no code. */
function completionOf(sample: Sample, attempt: number): string {
  if (attempt % 10 === 9) return `I am sorry, I can’t help with that (${attempt}).`;
  const programs = [
    sample.secureCode,
    sample.insecureCode,
    ...sample.variants.map(({ code }) => code),
  ];
  const code = programs[attempt % programs.length] ?? sample.secureCode;
  return `Here it is.\n\n\`\`\`python\n${code}# ${attempt}\n\`\`\`\n`;
}

const { samples } = buildDataset('dataset');
const folder = mkdtempSync(join(tmpdir(), 'shards-'));
const file = (name: string): string => join(folder, name);
const run = (script: string, ...args: readonly string[]): void => {
  execFileSync('npx', ['tsx', `scripts/score/${script}.ts`, ...args], { stdio: 'inherit' });
};
const score = (out: string, shard: string): number => {
  const started = Date.now();
  run('score', file('samples.jsonl'), '--out', file(out), '--shard', shard);
  return (Date.now() - started) / 1000;
};
try {
  const lines = Array.from({ length: ATTEMPTS }, (_, attempt) =>
    samples.map((sample) =>
      JSON.stringify({ task_id: sample.id, completion: completionOf(sample, attempt) }),
    ),
  ).flat();
  writeFileSync(file('samples.jsonl'), `${lines.join('\n')}\n`);
  const parts = Array.from({ length: SHARDS }, (_, at) => `part-${at + 1}.jsonl`);
  const partSeconds = parts.map((part, at) => score(part, `${at + 1}/${SHARDS}`));
  run('merge', ...parts.map(file), '--out', file('merged.jsonl'));
  const seconds = score('whole.jsonl', '1/1');
  const [merged, whole] = [file('merged.jsonl'), file('whole.jsonl')].map((path) =>
    readFileSync(path, 'utf8'),
  );
  const same = merged === whole;
  console.log(
    `${lines.length} completions: ${partSeconds.map((each) => each.toFixed(0)).join(' + ')} s in ${SHARDS} shards, ` +
      `${seconds.toFixed(0)} s in one piece; merged, ${same ? 'the same bytes' : 'OTHER bytes'}`,
  );
  if (!same) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
