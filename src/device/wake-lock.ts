import type { WakeLock } from '../run/ports.ts';

/**
 * The Screen Wake Lock of the browser, for as many holders as there are. It is lost whenever the page is hidden
 * and is taken again when it comes back. A browser may refuse (low battery): then the screen goes off as usual.
 * @param screen null where the browser has none
 */
export function createWakeLock(
  screen: Pick<globalThis.WakeLock, 'request'> | null,
  page: Pick<Document, 'visibilityState' | 'addEventListener'>,
): WakeLock {
  let holders = 0;
  let sentinel: Promise<WakeLockSentinel | null> | null = null;

  function take(): void {
    if (screen === null || holders === 0 || page.visibilityState !== 'visible') return;
    sentinel = screen.request('screen').catch(() => null);
  }

  function letGo(): void {
    const held = sentinel;
    sentinel = null;
    void held?.then((each) => each?.release()).catch(() => undefined);
  }

  page.addEventListener('visibilitychange', take);
  return {
    hold() {
      holders += 1;
      if (holders === 1) take();
      let held = true;
      return () => {
        if (!held) return;
        held = false;
        holders -= 1;
        if (holders === 0) letGo();
      };
    },
  };
}
