import { expect, test } from 'vitest';
import { MAX_QR_BYTES, qrPath } from '../../../src/ui/charts/qr-path.ts';

/** Black modules of a path, as `x,y`. */
function modulesOf(d: string): ReadonlySet<string> {
  const modules = new Set<string>();
  for (const [, x, y, width] of d.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let at = 0; at < Number(width); at += 1) modules.add(`${Number(x) + at},${y}`);
  }
  return modules;
}

test('a link of a few characters is a small code with the three marks in its corners', () => {
  const code = qrPath('https://a.example/#/r/abc');
  expect(code?.size).toBe(25);
  const modules = modulesOf(code?.d ?? '');
  for (const [left, top] of [
    [0, 0],
    [18, 0],
    [0, 18],
  ] as const) {
    // A ring of seven modules, a white ring, a core of three.
    expect(modules.has(`${left},${top}`)).toBe(true);
    expect(modules.has(`${left + 6},${top + 6}`)).toBe(true);
    expect(modules.has(`${left + 1},${top + 1}`)).toBe(false);
    expect(modules.has(`${left + 3},${top + 3}`)).toBe(true);
  }
});

test('the longest text that is shown takes 97 modules', () => {
  expect(qrPath('x'.repeat(MAX_QR_BYTES))?.size).toBe(97);
});

test('a longer text is no code: no camera would read it', () => {
  expect(qrPath('x'.repeat(MAX_QR_BYTES + 1))).toBeNull();
});

test('letters outside ASCII count as their bytes', () => {
  expect(qrPath('ü'.repeat(MAX_QR_BYTES / 2))).not.toBeNull();
  expect(qrPath('ü'.repeat(MAX_QR_BYTES / 2 + 1))).toBeNull();
});
