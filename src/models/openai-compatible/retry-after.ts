/**
 * Milliseconds that a server asks to wait, or undefined where it doesn't say. Read from `Retry-After` (RFC 9110,
 * 10.2.3) and `retry-after-ms`; few servers let a page of another origin read these, so the sentence in the body
 * counts too ("Please try again in 1m2.5s").
 */
export function retryAfterMs(headers: Headers, message: string, now: number): number | undefined {
  const ms = Number.parseFloat(headers.get('retry-after-ms') ?? '');
  if (ms >= 0) return ms;
  const header = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/.test(header)) return Number.parseFloat(header) * 1000;
  const date = header === '' ? Number.NaN : Date.parse(header);
  if (!Number.isNaN(date)) return Math.max(0, date - now);
  return said(message);
}

function said(message: string): number | undefined {
  const found =
    /(?:try again|retry) (?:in|after) (?:(\d+)h)?(?:(\d+)m(?!s))?(?:([\d.]+) ?(ms|s))?/i.exec(
      message,
    );
  if (found === null) return undefined;
  const [, hours, minutes, amount, unit] = found;
  if (hours === undefined && minutes === undefined && amount === undefined) return undefined;
  const rest = Number(amount ?? 0) * (unit?.toLowerCase() === 'ms' ? 1 : 1000);
  return Number(hours ?? 0) * 3_600_000 + Number(minutes ?? 0) * 60_000 + rest;
}
