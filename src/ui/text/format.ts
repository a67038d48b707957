/** Numbers, times and sizes as the page writes them. What was not measured is "–", never 0. */

export const NOT_MEASURED = '–';

/** @param ratio 0 to 1. One decimal only where whole percents would claim 0 % or 100 % wrongly. */
export function percent(ratio: number | null): string {
  if (ratio === null || Number.isNaN(ratio)) return NOT_MEASURED;
  const value = ratio * 100;
  const whole = Math.round(value);
  const wouldMislead = (whole === 0 && value > 0) || (whole === 100 && value < 100);
  return `${wouldMislead ? value.toFixed(1) : String(whole)}%`;
}

/** `12.3 MB`; decimal units, as download pages and browsers write them. */
export function bytes(count: number | null): string {
  if (count === null) return NOT_MEASURED;
  if (count < 1000) return `${count} B`;
  if (count < 1e6) return `${(count / 1e3).toFixed(0)} kB`;
  if (count < 1e9) return `${(count / 1e6).toFixed(count < 1e7 ? 1 : 0)} MB`;
  return `${(count / 1e9).toFixed(2)} GB`;
}

/** How much of a download is there: `3 MB of 12 MB`; empty where that isn't known. */
export function bytesOf(loaded: number | undefined, total: number | undefined): string {
  if (loaded === undefined) return '';
  return total === undefined || total === 0 ? bytes(loaded) : `${bytes(loaded)} of ${bytes(total)}`;
}

/** A length of time in rough words: `about 40 seconds`, `about 2 hours`. */
export function roughTime(ms: number | null): string {
  if (ms === null) return 'unknown';
  const seconds = ms / 1000;
  if (seconds < 5) return 'a few seconds';
  if (seconds < 90) return `about ${Math.round(seconds / 5) * 5} seconds`;
  if (seconds < 90 * 60) return `about ${Math.round(seconds / 60)} minutes`;
  return `about ${(seconds / 3600).toFixed(1)} hours`;
}

/** A measured length of time: `850 ms`, `12.4 s`. */
export function exactTime(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** `1 sample`, `3 samples`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** A moment in the visitor's own time zone: `22 Nov 2026, 21:15`. */
export function dateTime(msSince1970: number): string {
  return new Date(msSince1970).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
}

/** A difference of two shares in percentage points, with its sign: `+12 points`, `−3 points`. */
export function points(difference: number): string {
  return `${signed(difference)} points`;
}

/** The ends of an interval of differences: `−3 to +12 points`. */
export function pointsBetween(low: number, high: number): string {
  return `${signed(low)} to ${signed(high)} points`;
}

function signed(difference: number): string {
  const value = Math.round(1000 * difference) / 10;
  const sign = value > 0 ? '+' : value < 0 ? '−' : '±';
  return sign + Math.abs(value);
}

/** A p-value as papers write it: `= 0.031`, `< 0.001`. */
export function probability(p: number): string {
  return p < 0.001 ? '< 0.001' : `= ${p.toFixed(3)}`;
}

/** A number of tokens: `1,234`. */
export function wholeNumber(count: number): string {
  return count.toLocaleString('en-GB');
}

/** A speed: `8.4 tokens/s`, `120 tokens/s`. */
export function speed(tokensPerSecond: number): string {
  const digits = tokensPerSecond < 10 ? 1 : 0;
  return `${tokensPerSecond.toFixed(digits)} tokens/s`;
}

/** US dollars, with as many digits as a small amount needs: `$1.20`, `$0.0041`. */
export function dollars(amount: number): string {
  if (amount === 0) return '$0';
  if (amount < 0.0001) return 'less than $0.0001';
  return `$${amount < 0.1 ? amount.toPrecision(2) : amount.toFixed(2)}`;
}
