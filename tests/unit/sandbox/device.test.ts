import { expect, test } from 'vitest';
import { type Device, isSmall, parallelOf } from '../../../src/sandbox/host/device.ts';

const DESKTOP: Device = {
  hardwareConcurrency: 8,
  deviceMemory: 8,
  maxTouchPoints: 0,
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0',
};

test('a desktop with eight cores runs six attempts side by side', () => {
  expect(parallelOf(DESKTOP)).toBe(6);
});

test('two cores run two, four cores leave one to the page', () => {
  expect(parallelOf({ ...DESKTOP, hardwareConcurrency: 2 })).toBe(2);
  expect(parallelOf({ ...DESKTOP, hardwareConcurrency: 4 })).toBe(3);
});

test('each worker wants a gigabyte', () => {
  expect(parallelOf({ ...DESKTOP, deviceMemory: 4 })).toBe(4);
});

test('a device with 2 GB runs one and keeps no spare', () => {
  const small = { ...DESKTOP, deviceMemory: 2 };
  expect([isSmall(small), parallelOf(small)]).toEqual([true, 1]);
});

test('an iPad, which calls itself a Mac, is small; a Mac is not', () => {
  const mac = { hardwareConcurrency: 8, maxTouchPoints: 0, userAgent: 'Macintosh; Safari/605' };
  expect(isSmall(mac)).toBe(false);
  expect(isSmall({ ...mac, maxTouchPoints: 5 })).toBe(true);
});
