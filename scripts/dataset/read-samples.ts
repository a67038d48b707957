import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SampleId } from '../../src/core/dataset/sample.ts';

/** A sample folder as it stands on disk: its id and the text of its files by path within the folder. */
export interface SampleFolder {
  readonly id: SampleId;
  readonly files: Readonly<Record<string, string>>;
}

const TOP_FILES = ['sample.md', 'insecure.py', 'secure.py', 'tests.py'];

function readFolder(dataset: string, id: SampleId): SampleFolder {
  const folder = join(dataset, id);
  const variants = join(folder, 'variants');
  const names = [
    ...TOP_FILES.filter((name) => existsSync(join(folder, name))),
    ...(existsSync(variants)
      ? readdirSync(variants)
          .filter((name) => name.endsWith('.py'))
          .map((name) => `variants/${name}`)
      : []),
  ];
  return {
    id,
    files: Object.fromEntries(
      names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
    ),
  };
}

/** All sample ids under a data set folder, sorted. */
export function sampleIds(dataset: string): SampleId[] {
  return readdirSync(dataset)
    .filter((name) => /^CWE-\d+$/.test(name))
    .flatMap((cwe) =>
      readdirSync(join(dataset, cwe), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => `${cwe}/${entry.name}`),
    )
    .sort();
}

/** Reads sample folders; all of them, or those named. */
export function readSamples(dataset: string, ids = sampleIds(dataset)): SampleFolder[] {
  return ids.map((id) => readFolder(dataset, id));
}
