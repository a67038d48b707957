// Lints every Python file of the project (rules in pyproject.toml) without needing Python.
import { readdirSync, readFileSync } from 'node:fs';
import { PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-nodejs';

const FOLDERS = ['dataset', 'src/sandbox/python', 'tests'];
const workspace = new Workspace(
  { 'line-length': 100, 'target-version': 'py311', lint: { select: ['E', 'F', 'I', 'W'] } },
  PositionEncoding.Utf16,
);

let violations = 0;
const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.py'))
    .map((name) => `${folder}/${name}`),
).sort();
for (const file of files) {
  for (const found of workspace.check(readFileSync(file, 'utf8'))) {
    violations += 1;
    const { row, column } = found.start_location;
    console.log(`${file}:${row}:${column} ${found.code ?? 'syntax'} ${found.message}`);
  }
}
console.log(`${files.length} Python files, ${violations} violations`);
process.exit(violations === 0 ? 0 : 1);
