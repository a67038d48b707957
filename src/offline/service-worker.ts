/**
 * The service worker: keeps every file of the site, so that all but downloads of models works without a
 * network. A new version is fetched in the background and takes over when the page asks for it.
 */
import { cleanupOutdatedCaches, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';
import { ENGINE_FILE } from './engine-files.ts';

declare const self: ServiceWorkerGlobalScope;

/** Filled in by the build (scripts/build/offline.ts). */
declare const __SITE_FILES__: PrecacheEntry[];

cleanupOutdatedCaches();
precacheAndRoute(__SITE_FILES__);

self.addEventListener('fetch', (event) => {
  const { pathname } = new URL(event.request.url);
  if (ENGINE_FILE.test(pathname)) event.respondWith(engineFile(event));
});

/** From the cache, else from the network and into the cache, where it takes the place of older versions. */
async function engineFile(event: FetchEvent): Promise<Response> {
  // Named like the others of this site, so that it is listed and removed with them.
  const cache = await caches.open(`workbox-engine-${self.registration.scope}`);
  const { url } = event.request;
  const kept = await cache.match(url);
  if (kept !== undefined) return kept;
  const response = await fetch(event.request);
  if (response.ok) {
    const copy = response.clone();
    event.waitUntil(
      cache.keys().then(async (older) => {
        await Promise.all(older.map((request) => cache.delete(request)));
        await cache.put(url, copy);
      }),
    );
  }
  return response;
}

self.addEventListener('message', ({ data }) => {
  if (data === 'take over') void self.skipWaiting();
});
// A notification of the page leads back to it, on devices where only this worker may show one.
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(self.clients.matchAll({ type: 'window' }).then(([page]) => page?.focus()));
});
// The very first visit works without a network as well, from now on.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
