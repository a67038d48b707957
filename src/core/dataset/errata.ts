import * as v from 'valibot';
import type { SampleId } from './sample.ts';

/** What was found wrong with a sample after a version of the data set was published. */
export interface Erratum {
  readonly sampleId: SampleId;
  /** The versions that have it: beginnings of their SHA-256 of 12 hex digits. */
  readonly versions: readonly string[];
  /** What is wrong, and what it does to verdicts, in one or two sentences. */
  readonly text: string;
  /** When it was noticed: `2026-11-26`. */
  readonly noticed: string;
}

const errata = v.array(
  v.strictObject({
    sampleId: v.pipe(v.string(), v.regex(/^CWE-\d{3,4}\/[a-z0-9-]+$/)),
    versions: v.pipe(
      v.array(v.pipe(v.string(), v.regex(/^[0-9a-f]{12}$/))),
      v.minLength(1, 'names no version'),
    ),
    text: v.pipe(v.string(), v.nonEmpty()),
    noticed: v.pipe(v.string(), v.isoDate()),
  }),
) satisfies v.GenericSchema<unknown, Erratum[]>;

/** The schema of `dataset/errata.json`, and of its copy in the data set asset. */
export const errataSchema: v.GenericSchema<unknown, Erratum[]> = errata;

/** The errata of one version of the data set; `version` may be the whole hash or its beginning. */
export function errataOf(
  all: readonly Erratum[],
  version: string,
  sampleIds: readonly SampleId[],
): readonly Erratum[] {
  return all.filter(
    ({ sampleId, versions }) =>
      sampleIds.includes(sampleId) &&
      versions.some((each) => each.startsWith(version) || version.startsWith(each)),
  );
}
