/** What the page is told, once each. */
export interface OfflineEvents {
  /** Everything is kept: the site now works without a network. */
  onKept(): void;
  /** A new version is there and waits; also after another tab has let it take over. */
  onNewVersion(): void;
}

/** Hands the page over to the version that waits: it reloads, at once. */
export type TakeOver = () => void;

/**
 * Lets the service worker keep the site. Where the browser has none (a page without https, some private
 * windows) nothing happens; where the disk is full the site goes on as it is.
 *
 * @param ready when the first visit has what it needs, so that this doesn't compete with it
 */
export function keepOffline(ready: Promise<unknown>, events: OfflineEvents): TakeOver {
  const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer };
  let registration: ServiceWorkerRegistration | null = null;
  let asked = false;
  if (serviceWorker !== undefined) {
    const controlled = serviceWorker.controller !== null;
    serviceWorker.addEventListener('controllerchange', () => {
      if (asked) location.reload();
      else if (controlled) events.onNewVersion();
      else events.onKept();
    });
    void ready.then(async () => {
      try {
        registration = await serviceWorker.register('sw.js');
        watch(registration, events.onNewVersion);
      } catch (error) {
        console.warn('The site could not be kept for use without a network:', error);
      }
    });
  }
  return () => {
    asked = true;
    if (registration?.waiting) registration.waiting.postMessage('take over');
    else location.reload();
  };
}

function watch(registration: ServiceWorkerRegistration, onNewVersion: () => void): void {
  const look = (): void => {
    // Without an active one this is the first visit: nothing is replaced.
    if (registration.waiting !== null && registration.active !== null) onNewVersion();
  };
  look();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look);
  });
}
