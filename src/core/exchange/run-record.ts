import type { SampleId } from '../dataset/sample.ts';
import type { Extraction } from '../extraction/extraction.ts';
import type { Message, Task } from '../prompts/strategy.ts';
import type { Observation } from '../verdicts/observation.ts';
import type { Verdict } from '../verdicts/verdict.ts';

/** What exports need of a run. A `Run` fits. */
export interface RunRecord {
  readonly id: string;
  readonly plan: {
    readonly task: Task;
    readonly strategy: string;
    readonly model: { readonly provider: string; readonly id: string; readonly title: string };
    readonly sampleIds: readonly SampleId[];
    readonly attemptsPerSample: number;
    readonly temperature: number;
    readonly maxTokens: number;
    readonly seed: number;
    /** SHA-256 in hex. */
    readonly datasetVersion: string;
  };
  readonly state: 'open' | 'finished';
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly siteVersion: string;
  readonly provenance?: { readonly engine?: string; readonly sandboxVersion: string };
}

/** What exports need of an attempt. An `Attempt` fits. */
export interface AttemptRecord {
  readonly sampleId: SampleId;
  /** Counted from 0. */
  readonly index: number;
  readonly messages: readonly Message[];
  readonly completion: {
    readonly text: string;
    readonly finish: 'stop' | 'length';
    readonly usage?: { readonly prompt: number; readonly completion: number };
    readonly ms: number;
    readonly replayed?: boolean;
  };
  readonly extraction: Extraction;
  readonly observation: Observation | null;
  readonly verdict: Verdict;
  /** Milliseconds since 1970. */
  readonly finishedAt: number;
}

/** An attempt of an export: sample by sample, in the order of the ids, and within each by index. */
export function inOrder(attempts: readonly AttemptRecord[]): readonly AttemptRecord[] {
  return attempts.toSorted((a, b) => compare(a.sampleId, b.sampleId) || a.index - b.index);
}

/** The code that was found; empty where there is none. */
export function codeOf({ extraction }: AttemptRecord): string {
  return extraction.kind === 'code' ? extraction.code : '';
}

/** The CWE id that a sample's id begins with. */
export function cweOf(sampleId: SampleId): string {
  return sampleId.split('/')[0] ?? '';
}

/** A moment as ISO 8601 writes it, in UTC: `2026-11-22T21:15:00.000Z`. */
export function isoTime(msSince1970: number): string {
  // Beyond the calendar of Date there is no moment; what was read from a file may claim one.
  const date = new Date(msSince1970);
  return Number.isNaN(date.getTime()) ? new Date(0).toISOString() : date.toISOString();
}

/** By UTF-16 code units: the same in every browser and language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
