/** Small things that the page remembers on this device. Every failure of the storage is "not remembered". */
export interface Settings {
  /** The value as it was written, or null; the caller parses it. */
  read(key: string): unknown;
  write(key: string, value: unknown): void;
}

const PREFIX = 'codeseceval.';

/** Settings in `storage`; with null (blocked by the browser) they last as long as the page. */
export function openSettings(storage: Pick<Storage, 'getItem' | 'setItem'> | null): Settings {
  const inMemory = new Map<string, unknown>();
  return {
    read(key) {
      if (inMemory.has(key)) return inMemory.get(key);
      try {
        const text = storage?.getItem(PREFIX + key) ?? null;
        return text === null ? null : JSON.parse(text);
      } catch {
        // Blocked storage or a text that isn't ours: the defaults are as good a start.
        return null;
      }
    },
    write(key, value) {
      inMemory.set(key, value);
      try {
        storage?.setItem(PREFIX + key, JSON.stringify(value));
      } catch {
        // Full or blocked: remembered until the page closes, which `inMemory` does.
      }
    },
  };
}
