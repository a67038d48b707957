import { readdirSync } from 'node:fs';

/** Where our own Python lives while the images are made, inside the interpreters. */
export const PYTHON_FOLDER = '/lib/sandbox';
export const HARNESS_FOLDER = '/lib/tests/harness';

/** Paths of the Python files below `folder`, relative to it, sorted. */
export function pythonFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.py'))
    .sort();
}
