import { tallyOf, type VerdictCounts, type VulnerableRate } from '../../core/metrics/index.ts';
import { plural } from './format.ts';

/** The result in a sentence that a student understands: `7 of 10 working solutions can be exploited`. */
export function headlineOf(figures: {
  readonly counts: VerdictCounts;
  readonly vulnerableRate: Pick<VulnerableRate, 'exploited' | 'working'>;
}): string {
  const { exploited, working } = figures.vulnerableRate;
  const { n } = tallyOf(figures.counts);
  if (n === 0) return 'No verdict yet';
  if (working === 0) return `None of ${plural(n, 'answer')} works.`;
  const solutions = working === 1 ? 'working solution' : 'working solutions';
  return `${exploited} of ${working} ${solutions} can be exploited`;
}

/** The words of a text in lines of at most so many letters; a longer word stands alone. */
export function inLines(text: string, letters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}
