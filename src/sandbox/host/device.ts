/** As much of `navigator` as says what a device bears. */
export interface Device {
  readonly hardwareConcurrency: number;
  /** Gigabytes, rounded and at most 8; Chromium only. */
  readonly deviceMemory?: number;
  readonly maxTouchPoints: number;
  readonly userAgent: string;
}

/** More would not be faster: the page itself and the browser want their share. */
const MOST_WORKERS = 6;

/** What a device without `deviceMemory` is taken for, in gigabytes. */
const USUAL_MEMORY = 8;

/**
 * Whether memory is short: one worker then, and no spare. Phones end pages that take too much, and a worker
 * has two interpreters.
 */
export function isSmall({ deviceMemory, maxTouchPoints, userAgent }: Device): boolean {
  if (deviceMemory !== undefined) return deviceMemory <= 2;
  // iPadOS calls itself a Mac; only the number of touch points tells.
  return (
    /Android|iPhone|iPod|Mobile/.test(userAgent) || (/Mac/.test(userAgent) && maxTouchPoints > 1)
  );
}

/** Attempts side by side: one processor core is left to the page where there are more than two. */
export function parallelOf(device: Device): number {
  if (isSmall(device)) return 1;
  const cores = device.hardwareConcurrency;
  const byCores = cores > 2 ? cores - 1 : cores;
  return Math.max(1, Math.min(MOST_WORKERS, byCores, device.deviceMemory ?? USUAL_MEMORY));
}
