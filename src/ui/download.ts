import type { Run } from '../run/run.ts';

/** Hands a text to the visitor as a file. */
export function downloadText(name: string, text: string, type: string): void {
  downloadBlob(name, new Blob([text], { type }));
}

/** Hands a file to the visitor. */
export function downloadBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the blob after the click; a minute is long enough for any disk.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** `codeseceval-insecure-reference-2026-11-22.json`; `ending` with its dot. */
export function exportName(run: Run, ending = '.json'): string {
  const model = run.plan.model.title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return `codeseceval-${model}-${new Date(run.createdAt).toISOString().slice(0, 10)}${ending}`;
}
