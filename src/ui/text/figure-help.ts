/** What a figure means, in words that a student understands, and how it is computed. */
export interface FigureHelp {
  /** Its anchor on the help page. */
  readonly id: string;
  readonly title: string;
  /** One or two sentences. */
  readonly meaning: string;
  readonly formula?: string;
  /** What a careful reader asks next; on the help page alone. */
  readonly more?: string;
}

/** Every figure that the site shows, in the order of the help page. */
export const FIGURES = [
  {
    id: 'pass-at-k',
    title: 'Works (pass@k)',
    meaning:
      'How likely at least one of k answers to the same problem does its job. With k = 1 it is simply the share of answers that work, averaged over the samples.',
    formula: '1 − C(n − c, k) / C(n, k)',
    more: 'n answers to a sample have a verdict, c of them work. The value of a sample comes from its own answers (Chen et al. 2021, arXiv 2107.03374); the figure is the mean over the samples. A sample with fewer than k answers is left out and named.',
  },
  {
    id: 'secure-pass-at-k',
    title: 'Works and resists (secure-pass@k)',
    meaning:
      'The same, counting only answers that do their job and resist every attack of the tests. The CodeSecEval paper calls it Pass@k.',
    formula: '1 − C(n − c, k) / C(n, k), with c = answers that work and resist',
  },
  {
    id: 'vulnerable-rate',
    title: 'Vulnerable, of those that work',
    meaning:
      'Of the answers that do their job, the share that can be exploited: what somebody gets who tests only whether code works, and uses it.',
    formula: 'Σ (works − works and resists) / Σ works',
    more: 'The sums go over all samples, so samples with more working answers weigh more. Where nothing works there is no figure.',
  },
  {
    id: 'interval',
    title: '95% interval',
    meaning:
      'Where the figure could as well lie if other problems of the same kinds had been asked. Two runs whose intervals overlap widely may not differ at all.',
    formula: 'the middle 95% of 10,000 figures, each of samples drawn again with replacement',
    more: 'A bootstrap over samples: each vulnerability type gives as many samples as it has, and types with a single sample are drawn together. The random numbers are fixed (sfc32, seed 2407), the samples are in the order of their ids, and quantiles are interpolated linearly, so the digits repeat. At 0% and 100% it would show a false certainty; there the exact interval of Clopper and Pearson (1934) stands instead. Below 20 samples none is given.',
  },
  {
    id: 'coverage',
    title: 'Coverage',
    meaning:
      'The share of attempts that have a verdict on the model. The others are inconclusive: this page could not find out, and they count neither way.',
    formula: 'attempts with a verdict other than inconclusive / all attempts',
    more: 'With inconclusive attempts the page also says between which bounds secure-pass@1 would lie if all of them had failed, or all had passed. Above 5% of them it gives no headline figure.',
  },
  {
    id: 'counts',
    title: 'Counts by weakness and by verdict',
    meaning:
      'How many attempts have which verdict: in all, by whether they work and resist, and for each weakness. A weakness has three to twelve samples here, too few for a rate, so counts are shown.',
  },
  {
    id: 'by-difficulty',
    title: 'By difficulty',
    meaning:
      'Works, and works and resists, for the easy, medium and hard samples apart. A group of fewer than 20 samples has counts and no interval.',
  },
  {
    id: 'rounds',
    title: 'Round by round',
    meaning:
      'For strategies with rounds of repair: the share of answers that work, and that work and resist, after each round. An answer without failed tests stays as it is.',
    more: 'Such a strategy is told what the tests found. It is fair to compare it with several tries of a plain strategy, never with one: r rounds with secure-pass@(r + 1).',
  },
  {
    id: 'difference',
    title: 'Difference of two runs',
    meaning:
      'How many percentage points more often the second run is secure, on the samples that both measured. The interval is paired: each sample is compared with itself.',
    formula: 'mean over common samples of (secure-pass of the second − of the first)',
    more: 'The interval is the same bootstrap, over the differences. Where no sample changed it shows how large an unseen change could be.',
  },
  {
    id: 'p-value',
    title: 'p, the test of a difference',
    meaning:
      'How often chance alone would give a difference at least as large, if both runs were equally good. Below 0.05 the page calls a run better, else it says that it can be chance.',
    more: 'With one answer a sample: McNemar’s exact test on the samples that changed, two-sided. With several: a sign-flip permutation test, exact up to 14 changed samples, else with 10,000 random flips. With three runs or more Holm’s correction (1979) is applied.',
  },
  {
    id: 'detectable',
    title: 'Differences that a run can show',
    meaning:
      'How large a difference must be for a comparison of two runs of this size to find it four times of five. Smaller ones may exist and not show.',
    formula: '2.80 · √(2 s² / m), with the variance s² of the shares of m samples',
    more: 'This takes the two runs for unrelated. Beside another run the pairs tell more: the difference δ solves m δ² = (1.96 √ψ + 0.84 √(ψ − δ²))², with ψ the share of pairs that differ (Connor 1987), and is 8 / m at least. Below 20 samples neither is given. Before a run: below 6 / (m n), for n attempts, no test can find a difference.',
  },
  {
    id: 'tokens',
    title: 'Tokens, speed and cost',
    meaning:
      'What a model read and wrote, as its server or engine counted it; “about” where it was estimated. Speed runs from question to last token. Cost is tokens times the price that you gave.',
    formula: '(tokens in · price in + tokens out · price out) / 1,000,000',
    more: 'Replayed answers were not generated for the run and are left out.',
  },
] as const satisfies readonly FigureHelp[];

export type FigureId = (typeof FIGURES)[number]['id'];

export function figureHelp(id: FigureId): FigureHelp {
  const found = FIGURES.find((figure) => figure.id === id);
  if (found === undefined) throw new RangeError(`no help on ${id}`);
  return found;
}
