import { vulnerabilityType, type CweId, type SampleId } from '../dataset/sample.ts';
import { MIN_SAMPLES_FOR_INTERVAL } from './estimate.ts';
import { bootstrap, clopperPearsonAtEdge, RESAMPLES, type Interval } from './interval.ts';
import { passAtK } from './pass-at-k.ts';
import { detectablePaired } from './power.ts';
import { holm, mcNemar, signFlip } from './paired-tests.ts';
import { tallyOf, type VerdictCounts } from './verdict-counts.ts';

/** One run in a comparison. */
export interface ComparedRun {
  readonly samples: readonly {
    readonly sampleId: SampleId;
    readonly cwe: CweId;
    readonly counts: VerdictCounts;
  }[];
  /**
   * Attempts that count as one: 1, and r + 1 where the other run's strategy sees test results for r rounds,
   * so that both have had as many tries.
   */
  readonly k: number;
}

/** A sample whose share of secure answers differs. */
export interface Flip {
  readonly sampleId: SampleId;
  /** secure-pass@k of the sample in either run, 0 to 1. */
  readonly first: number;
  readonly second: number;
}

export interface PairedTest {
  /** McNemar's exact test where every sample has one conclusive attempt in both runs. */
  readonly method: 'mcnemar' | 'sign-flip';
  /** Two-sided. */
  readonly p: number;
}

export interface Comparison {
  /** Samples that both runs measured, by id. */
  readonly common: readonly SampleId[];
  /** Samples of either run that the other doesn't have, or has too few conclusive attempts of. */
  readonly left: { readonly first: readonly SampleId[]; readonly second: readonly SampleId[] };
  /** Mean over the common samples of secure-pass@k, second minus first, −1 to 1; null without any. */
  readonly difference: number | null;
  /** 95 %, by the paired bootstrap within vulnerability types; null below 20 common samples. */
  readonly interval: Interval | null;
  /** Null without a common sample. */
  readonly test: PairedTest | null;
  /** How small a difference these pairs can show, 0 to 1; null where that can't be told (`detectablePaired`). */
  readonly detectable: number | null;
  /** Better in the second run, then worse; the largest change first. */
  readonly gained: readonly Flip[];
  readonly lost: readonly Flip[];
}

/** Compares two runs on the samples that both measured. The outcome compared is "secure". */
export function compareRuns(first: ComparedRun, second: ComparedRun): Comparison {
  const [a, b] = [scoresOf(first), scoresOf(second)];
  const common = [...a.keys()].filter((id) => b.has(id)).toSorted();
  const pairs = common.flatMap((sampleId): Pair[] => {
    const [one, other] = [a.get(sampleId), b.get(sampleId)];
    return one && other ? [{ sampleId, first: one, second: other }] : [];
  });
  const differences = pairs.map((pair) => pair.second.score - pair.first.score);
  const flips = pairs.map(({ sampleId, first: one, second: other }) => ({
    sampleId,
    first: one.score,
    second: other.score,
  }));
  const bySize = (x: Flip, y: Flip): number =>
    Math.abs(y.second - y.first) - Math.abs(x.second - x.first);
  return {
    common,
    left: {
      first: first.samples.map(({ sampleId }) => sampleId).filter((id) => !b.has(id) || !a.has(id)),
      second: second.samples
        .map(({ sampleId }) => sampleId)
        .filter((id) => !a.has(id) || !b.has(id)),
    },
    difference: meanOf(differences),
    interval: intervalOf(pairs, differences),
    test: testOf(pairs, differences),
    detectable: detectablePaired(differences, pairs.every(isSingle)),
    gained: flips.filter((flip) => flip.second > flip.first).toSorted(bySize),
    lost: flips.filter((flip) => flip.second < flip.first).toSorted(bySize),
  };
}

/** The p-values of several comparisons by their places, corrected for each other; untested ones are left out. */
export function correctedPs(
  comparisons: readonly (Comparison | null)[],
): ReadonlyMap<number, number> {
  const tested = comparisons.flatMap((comparison, place) =>
    comparison?.test == null ? [] : [{ place, p: comparison.test.p }],
  );
  const ps = holm(tested.map(({ p }) => p));
  return new Map(tested.map(({ place }, index) => [place, ps[index] ?? 1]));
}

interface Score {
  readonly cwe: CweId;
  readonly score: number;
  /** Whether it is a single attempt's outcome. */
  readonly single: boolean;
}

interface Pair {
  readonly sampleId: SampleId;
  readonly first: Score;
  readonly second: Score;
}

/** Samples without enough conclusive attempts are left out: unmeasured is not insecure. */
function scoresOf({ samples, k }: ComparedRun): ReadonlyMap<SampleId, Score> {
  return new Map(
    samples.flatMap(({ sampleId, cwe, counts }) => {
      const { n, secure } = tallyOf(counts);
      const score = passAtK(n, secure, k);
      return score === null ? [] : [[sampleId, { cwe, score, single: n === 1 }] as const];
    }),
  );
}

function isSingle({ first, second }: Pair): boolean {
  return first.single && second.single;
}

function intervalOf(pairs: readonly Pair[], differences: readonly number[]): Interval | null {
  if (pairs.length < MIN_SAMPLES_FOR_INTERVAL) return null;
  if (differences.every((each) => each === 0)) {
    // No sample changed: as many as an unseen change can be, either way.
    const { high } = clopperPearsonAtEdge(pairs.length, 0);
    return { low: -high, high, method: 'clopper-pearson', dropped: 0 };
  }
  const [interval = null] = bootstrap(
    pairs.map(({ first }, index) => ({
      stratum: vulnerabilityType(first.cwe),
      shares: [{ part: differences[index] ?? 0, whole: 1 }],
    })),
    RESAMPLES,
  );
  return interval;
}

function testOf(pairs: readonly Pair[], differences: readonly number[]): PairedTest | null {
  if (pairs.length === 0) return null;
  if (pairs.every(isSingle)) {
    const gained = differences.filter((each) => each > 0).length;
    const lost = differences.filter((each) => each < 0).length;
    return { method: 'mcnemar', p: mcNemar(gained, lost) };
  }
  return { method: 'sign-flip', p: signFlip(differences) };
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, each) => sum + each, 0) / values.length;
}
