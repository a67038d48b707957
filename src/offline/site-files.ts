import type { Keeper } from '../run/ports.ts';

/** What of the browser is needed; undefined on pages without https. */
export interface SiteFilesDeps {
  readonly caches: CacheStorage | undefined;
  readonly serviceWorker: Pick<ServiceWorkerContainer, 'getRegistration'> | undefined;
}

/** The files of the site that the service worker keeps, as one item. */
export function siteFilesKeeper({ caches, serviceWorker }: SiteFilesDeps): Keeper {
  return {
    id: 'site',
    title: 'This site',
    description:
      'The page, Python and the samples, for use without a network. Once removed, they are kept again at the next visit.',
    async list() {
      const registration = await serviceWorker?.getRegistration();
      let files = 0;
      let bytes = 0;
      for (const cache of await cachesOf(registration, caches)) {
        for (const request of await cache.keys()) {
          files += 1;
          bytes += (await (await cache.match(request))?.blob())?.size ?? 0;
        }
      }
      return files === 0 ? [] : [{ id: 'files', title: `${files} files`, bytes }];
    },
    async remove() {
      const registration = await serviceWorker?.getRegistration();
      for (const name of await namesOf(registration, caches)) await caches?.delete(name);
      await registration?.unregister();
    },
  };
}

/** Workbox ends the names of its caches with the scope: other sites of this origin have theirs. */
async function namesOf(
  registration: ServiceWorkerRegistration | undefined,
  caches: CacheStorage | undefined,
): Promise<readonly string[]> {
  if (registration === undefined || caches === undefined) return [];
  return (await caches.keys()).filter(
    (name) => name.startsWith('workbox-') && name.endsWith(`-${registration.scope}`),
  );
}

async function cachesOf(
  registration: ServiceWorkerRegistration | undefined,
  caches: CacheStorage | undefined,
): Promise<readonly Cache[]> {
  const names = await namesOf(registration, caches);
  return Promise.all(names.flatMap((name) => caches?.open(name) ?? []));
}
