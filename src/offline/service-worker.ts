/**
 * The service worker: keeps every file of the site, so that all but downloads of models works without a
 * network. A new version is fetched in the background and takes over when the page asks for it.
 */
import { cleanupOutdatedCaches, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';

declare const self: ServiceWorkerGlobalScope;

/** Filled in by the build (scripts/build/offline.ts). */
declare const __SITE_FILES__: PrecacheEntry[];

cleanupOutdatedCaches();
precacheAndRoute(__SITE_FILES__);

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
