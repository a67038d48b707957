// npm run merge -- part*.jsonl --out results.jsonl: puts parts of scored completions together. The file is
// the same, byte for byte, as if it had been scored in one piece.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { mergeResults } from './results.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' } },
});
if (positionals.length === 0 || options.out === undefined) {
  console.error('npm run merge -- part1.jsonl part2.jsonl … --out results.jsonl');
  process.exit(2);
}
try {
  writeFileSync(options.out, mergeResults(positionals.map((file) => readFileSync(file, 'utf8'))));
  console.log(`${positionals.length} parts are in ${options.out}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
