/** Locks within one test: names that are held, as Node has no Web Locks. */
export function fakeLocks(): Pick<LockManager, 'request' | 'query'> {
  const held = new Set<string>();

  async function request<T>(
    name: string,
    first: LockOptions | LockGrantedCallback<T>,
    second?: LockGrantedCallback<T>,
  ): Promise<Awaited<T>> {
    const callback = typeof first === 'function' ? first : second;
    if (callback === undefined) throw new TypeError('no callback');
    if (held.has(name)) return await callback(null);
    held.add(name);
    try {
      return await callback({ name, mode: 'exclusive' });
    } finally {
      held.delete(name);
    }
  }

  return {
    request,
    query: async () => ({ held: [...held].map((name) => ({ name })), pending: [] }),
  };
}
