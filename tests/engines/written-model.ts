import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Writes a model's bytes into a temporary folder of the system. Returns the file's path. */
export function written(model: Buffer): string {
  const path = join(mkdtempSync(join(tmpdir(), 'scripted-model-')), 'scripted.gguf');
  writeFileSync(path, model);
  return path;
}
