import type { Limits, TestInfo } from '../../core/dataset/sample.ts';

/** What calibration and boot take on the device that the samples' limits were set on, in milliseconds. */
const REFERENCE_CALIBRATION_MS = 10;
const REFERENCE_BOOT_MS = 400;

/** A device this many times slower gets that many times as long; beyond it a hang would take minutes. */
const MOST_STRETCH = 6;

/** How many times slower this device is than the reference, by one round of calibration. */
export const slownessByCalibration = (ms: number): number => ms / REFERENCE_CALIBRATION_MS;

/** The same by a worker's boot, as long as nothing better is known. */
export const slownessByBoot = (ms: number): number => ms / REFERENCE_BOOT_MS;

/** How long the judge may be silent between two events that have limits of their own. */
const SILENCE_MS = 20_000;

/** The limits of one attempt on this device, in milliseconds. */
export interface DeviceLimits {
  readonly loadMs: number;
  readonly silenceMs: number;
  /** For the whole attempt: everything that it may take together. */
  readonly attemptMs: number;
  testMs(name: string): number;
}

/** Stretches a sample's limits by a device's slowness; a fast one changes nothing. */
export function deviceLimits(
  limits: Limits,
  tests: readonly TestInfo[],
  slowness: number,
): DeviceLimits {
  const stretch = Math.min(MOST_STRETCH, Math.max(1, slowness));
  const own = new Map(tests.map(({ name, limitMs }) => [name, limitMs ?? limits.testMs]));
  const testMs = (name: string): number => Math.ceil((own.get(name) ?? limits.testMs) * stretch);
  const loadMs = Math.ceil(limits.loadMs * stretch);
  const together = tests.reduce((sum, { name }) => sum + testMs(name), loadMs);
  const silenceMs = SILENCE_MS * stretch;
  return { loadMs, silenceMs, attemptMs: together + silenceMs, testMs };
}
