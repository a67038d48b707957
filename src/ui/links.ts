import type { CweId, SampleId } from '../core/dataset/sample.ts';
import type { RunId } from '../run/run.ts';

/** Links within the page. They are hashes, so that the site works at any path of any host. */

/** The screen of a run. */
export const runLink = (id: RunId): string => `#/runs/${id}`;

/** The screen of one attempt; `index` counts from 0. */
export const attemptLink = (id: RunId, sampleId: SampleId, index: number): string =>
  `#/runs/${id}/${sampleId}/${index}`;

/** The part of the help page with this id: that of a section, a figure or a CWE id. */
export const helpLink = (id: string): string => `#/help?to=${id}`;

/** The samples of one weakness. */
export const samplesOfLink = (cwe: CweId): string => `#/samples?cwe=${cwe}`;

/** The screen of one sample. */
export const sampleLink = (id: SampleId): string => `#/samples/${id}`;

/** The screen of a shared result; `payload` by `encodeRunSummary`. */
export const sharedLink = (payload: string): string => `#/r/${payload}`;

/** The screen that compares runs; `sources` by `formatSources`. */
export const compareLink = (sources: string): string => `#/compare/${sources}`;

/** The address of the site with a hash, to be sent to others. */
export const fullLink = (hash: string): string => `${location.href.split('#')[0]}${hash}`;

/** The screen of an exercise; `payload` by `encodeExercise`. */
export const exerciseLink = (payload: string): string => `#/x/${payload}`;

/** The screen of a student's result; `payload` by `encodeResult`. */
export const resultLink = (payload: string): string => `#/a/${payload}`;
