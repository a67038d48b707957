import { expect, test } from 'vitest';
import { createWakeLock } from '../../../src/device/wake-lock.ts';

/** A screen that counts who holds it on, and a page that can be hidden. */
function fakeDevice() {
  const listeners: (() => void)[] = [];
  const device = { held: 0, requests: 0 };
  const page = {
    visibilityState: 'visible' as DocumentVisibilityState,
    addEventListener: (_type: string, listener: () => void) => void listeners.push(listener),
  };
  const screen = {
    request: async () => {
      device.requests += 1;
      device.held += 1;
      return { release: async () => void (device.held -= 1) } as unknown as WakeLockSentinel;
    },
  };
  const show = (visible: boolean): void => {
    page.visibilityState = visible ? 'visible' : 'hidden';
    for (const listener of listeners) listener();
  };
  return { device, screen, page: page as unknown as Document, show };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test('the screen stays on until the last holder lets go', async () => {
  const { device, screen, page } = fakeDevice();
  const lock = createWakeLock(screen, page);
  const first = lock.hold();
  const second = lock.hold();
  first();
  await settled();
  expect(device).toEqual({ held: 1, requests: 1 });
  second();
  await settled();
  expect(device.held).toBe(0);
});

test('letting go twice is letting go once', async () => {
  const { device, screen, page } = fakeDevice();
  const lock = createWakeLock(screen, page);
  const first = lock.hold();
  lock.hold();
  first();
  first();
  await settled();
  expect(device.held).toBe(1);
});

test('a page that comes back holds the screen again', async () => {
  const { device, screen, page, show } = fakeDevice();
  createWakeLock(screen, page).hold();
  show(false);
  show(true);
  await settled();
  expect(device.requests).toBe(2);
});

test('a page that comes back without a run leaves the screen alone', async () => {
  const { device, screen, page, show } = fakeDevice();
  createWakeLock(screen, page).hold()();
  await settled();
  show(true);
  await settled();
  expect(device).toEqual({ held: 0, requests: 1 });
});

test('a browser that refuses costs nothing', async () => {
  const { page } = fakeDevice();
  const lock = createWakeLock({ request: () => Promise.reject(new Error('low battery')) }, page);
  expect(() => lock.hold()()).not.toThrow();
  await settled();
});

test('a browser without wake locks costs nothing', () => {
  const { page } = fakeDevice();
  expect(() => createWakeLock(null, page).hold()()).not.toThrow();
});
