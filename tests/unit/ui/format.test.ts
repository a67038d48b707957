import { expect, test } from 'vitest';
import { bytes, dollars, percent, roughTime, speed } from '../../../src/ui/text/format.ts';

test.each([
  [null, '–'],
  [0, '0%'],
  [0.004, '0.4%'],
  [0.125, '13%'],
  [0.996, '99.6%'],
  [1, '100%'],
])('writes the ratio %s as %s', (ratio, text) => {
  expect(percent(ratio)).toBe(text);
});

test.each([
  [null, '–'],
  [999, '999 B'],
  [260_000, '260 kB'],
  [7_040_000, '7.0 MB'],
  [1_630_000_000, '1.63 GB'],
])('writes %s bytes as %s', (count, text) => {
  expect(bytes(count)).toBe(text);
});

test.each([
  [null, 'unknown'],
  [3000, 'a few seconds'],
  [41_000, 'about 40 seconds'],
  [5 * 60_000, 'about 5 minutes'],
  [9_000_000, 'about 2.5 hours'],
])('writes %s ms as %s', (ms, text) => {
  expect(roughTime(ms)).toBe(text);
});

test.each([
  [0, '$0'],
  [0.00001, 'less than $0.0001'],
  [0.0041, '$0.0041'],
  [0.123, '$0.12'],
  [12, '$12.00'],
])('writes %s US dollars as %s', (amount, text) => {
  expect(dollars(amount)).toBe(text);
});

test.each([
  [8.44, '8.4 tokens/s'],
  [119.6, '120 tokens/s'],
])('writes the speed %s as %s', (rate, text) => {
  expect(speed(rate)).toBe(text);
});
