/** A Cache API in memory: what is put is read to its end first, and kept only if that went well. */
export function fakeCaches(): CacheStorage {
  const caches = new Map<string, Cache>();
  const open = async (name: string) => {
    const cache = caches.get(name) ?? fakeCache();
    caches.set(name, cache);
    return cache;
  };
  const has = async (name: string) => caches.has(name);
  return { open, has } as Partial<CacheStorage> as CacheStorage;
}

function fakeCache(): Cache {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();
  const cache: Partial<Cache> = {
    async match(request) {
      const bytes = kept.get(String(request));
      return bytes === undefined ? undefined : new Response(bytes);
    },
    async put(request, response) {
      kept.set(String(request), new Uint8Array(await response.arrayBuffer()));
    },
    async keys() {
      return [...kept.keys()].map((url) => new Request(url));
    },
    async delete(request) {
      return kept.delete(String(request));
    },
  };
  return cache as Cache;
}
