import type { TokenPrice } from './ports.ts';
import type { AttemptSummary } from './attempt-summary.ts';
import type { Completion } from './run.ts';

/** A completion as far as its tokens and its time matter. */
type Counted = Pick<Completion, 'ms' | 'usage' | 'replayed'>;

/** Tokens of completions that were generated for this run; replayed ones cost nothing and took no time. */
export interface TokenTotals {
  readonly prompt: number;
  readonly completion: number;
  /** False where the provider estimated some of it. */
  readonly exact: boolean;
  /** Completions with a count, of those that were generated. */
  readonly counted: number;
  readonly generated: number;
}

/** All completions of attempts: of every round, in order. */
export function completionsOf(
  attempts: Iterable<Pick<AttemptSummary, 'completion' | 'earlier'>>,
): readonly Counted[] {
  return [...attempts].flatMap(({ earlier = [], completion }) => [
    ...earlier.map((round) => round.completion),
    completion,
  ]);
}

/** What was counted of some completions; `counted` may be 0. */
export function tokenCounts(completions: readonly Counted[]): TokenTotals {
  const generated = completions.filter(({ replayed }) => replayed !== true);
  const usages = generated.flatMap(({ usage }) => usage ?? []);
  return {
    prompt: usages.reduce((sum, { prompt }) => sum + prompt, 0),
    completion: usages.reduce((sum, { completion }) => sum + completion, 0),
    exact: usages.every(({ exact }) => exact),
    counted: usages.length,
    generated: generated.length,
  };
}

/** The tokens of several parts of a run together; null where nothing was counted. */
export function sumOfTokens(parts: readonly TokenTotals[]): TokenTotals | null {
  const sumOf = (key: 'prompt' | 'completion' | 'counted' | 'generated'): number =>
    parts.reduce((sum, part) => sum + part[key], 0);
  const counted = sumOf('counted');
  return counted === 0
    ? null
    : {
        prompt: sumOf('prompt'),
        completion: sumOf('completion'),
        exact: parts.every(({ exact }) => exact),
        counted,
        generated: sumOf('generated'),
      };
}

/** Null where nothing was counted. */
export function tokenTotals(completions: readonly Counted[]): TokenTotals | null {
  return sumOfTokens([tokenCounts(completions)]);
}

/**
 * Tokens of answers per second, from question to last token, so that reading the prompt counts. Requests
 * that ran side by side each count their own time. Null where nothing was counted.
 */
export function tokensPerSecond(completions: readonly Counted[]): number | null {
  const timed = completions.filter(
    ({ replayed, usage, ms }) => replayed !== true && usage !== undefined && ms > 0,
  );
  const ms = timed.reduce((sum, completion) => sum + completion.ms, 0);
  const tokens = timed.reduce((sum, { usage }) => sum + (usage?.completion ?? 0), 0);
  return ms === 0 ? null : (1000 * tokens) / ms;
}

/** What tokens cost, in the currency of the price. */
export function costOf(
  tokens: Pick<TokenTotals, 'prompt' | 'completion'>,
  { input, output }: TokenPrice,
): number {
  return (tokens.prompt * input + tokens.completion * output) / 1e6;
}
