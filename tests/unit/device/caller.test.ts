import { expect, test } from 'vitest';
import { createCaller } from '../../../src/device/caller.ts';

/** Notifications of a browser, as far as they are used. */
function fakeBrowser(permission: NotificationPermission, options: { refusesPages?: boolean } = {}) {
  const shown: string[] = [];
  class FakeNotification {
    static permission = permission;
    static requestPermission = async () => (FakeNotification.permission = 'granted');
    onclick: (() => void) | null = null;
    constructor(title: string) {
      if (options.refusesPages) throw new TypeError('Illegal constructor');
      shown.push(title);
    }
    close(): void {}
  }
  return {
    shown,
    parts: (lookedAt: boolean) => ({
      Notification: FakeNotification as unknown as typeof Notification,
      serviceWorker: {
        getRegistration: async () =>
          ({
            showNotification: async (title: string) => void shown.push(`worker: ${title}`),
          }) as ServiceWorkerRegistration,
      },
      isLookedAt: () => lookedAt,
      toFront: () => undefined,
    }),
  };
}

test('a visitor who looks elsewhere is called', () => {
  const { shown, parts } = fakeBrowser('granted');
  createCaller(parts(false)).call('Done', 'All of it.');
  expect(shown).toEqual(['Done']);
});

test('a visitor who looks at the page is not called', () => {
  const { shown, parts } = fakeBrowser('granted');
  createCaller(parts(true)).call('Done', 'All of it.');
  expect(shown).toEqual([]);
});

test('nobody is called before it was allowed', () => {
  const { shown, parts } = fakeBrowser('default');
  createCaller(parts(false)).call('Done', 'All of it.');
  expect(shown).toEqual([]);
});

test('asking tells what the visitor said', async () => {
  const caller = createCaller(fakeBrowser('default').parts(false));
  expect(caller.permission).toBe('askable');
  expect(await caller.ask()).toBe('allowed');
});

test('where a page may show none, its service worker does', async () => {
  const { shown, parts } = fakeBrowser('granted', { refusesPages: true });
  createCaller(parts(false)).call('Done', 'All of it.');
  await Promise.resolve();
  await Promise.resolve();
  expect(shown).toEqual(['worker: Done']);
});

test('a browser without notifications is not asked', async () => {
  const caller = createCaller({ ...fakeBrowser('granted').parts(false), Notification: null });
  expect(caller.permission).toBe('impossible');
  expect(await caller.ask()).toBe('impossible');
});
