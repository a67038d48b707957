import type { SampleVerdict } from '../run/ports.ts';

/** The order of a database's keys, by code units: for `sort`. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The order in which a store lists verdicts. */
export function byRunAndIndex(a: SampleVerdict, b: SampleVerdict): number {
  return compareTexts(a.runId, b.runId) || a.index - b.index;
}
