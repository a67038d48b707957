/** Median, least and most of a list of measurements; null where nothing was measured. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** The spread of measurements; the upper of the two in the middle where their number is even. */
export function spreadOf(values: readonly number[]): Spread | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [least] = sorted;
  const median = sorted[Math.floor(sorted.length / 2)];
  const most = sorted.at(-1);
  if (least === undefined || median === undefined || most === undefined) return null;
  return { median, least, most };
}

/** A spread as text, such as `4.2 (4.0 to 5.1)`; a dash where nothing was measured. */
export function showSpread(values: readonly number[], digits = 0): string {
  const spread = spreadOf(values);
  if (spread === null) return '–';
  const [median, least, most] = [spread.median, spread.least, spread.most].map((value) =>
    value.toFixed(digits),
  );
  return `${median} (${least} to ${most})`;
}
