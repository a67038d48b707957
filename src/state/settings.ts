/** Small things that the page remembers on this device. Every failure of the storage is "not remembered". */
export interface Settings {
  /** The value as it was written, or null; the caller parses it. */
  read(key: string): unknown;
  write(key: string, value: unknown): void;
  /** All that is remembered and may leave the device: nothing secret is among it. */
  entries(): ReadonlyMap<string, unknown>;
}

/** The settings that never leave the device. */
export const SECRET_SETTINGS = { endpointKeys: 'endpoint-keys' } as const;

const SECRETS: ReadonlySet<string> = new Set(Object.values(SECRET_SETTINGS));

const PREFIX = 'codeseceval.';

/** What is used of `localStorage`. */
type SettingsStorage = Pick<Storage, 'getItem' | 'setItem' | 'key' | 'length'>;

/** Settings in `storage`; with null (blocked by the browser) they last as long as the page. */
export function openSettings(storage: SettingsStorage | null): Settings {
  const inMemory = new Map<string, unknown>();
  function read(key: string): unknown {
    if (inMemory.has(key)) return inMemory.get(key);
    try {
      const text = storage?.getItem(PREFIX + key) ?? null;
      return text === null ? null : JSON.parse(text);
    } catch {
      // Blocked storage or a text that isn't ours: the defaults are as good a start.
      return null;
    }
  }

  return {
    read,
    write(key, value) {
      inMemory.set(key, value);
      try {
        storage?.setItem(PREFIX + key, JSON.stringify(value));
      } catch {
        // Full or blocked: remembered until the page closes, which `inMemory` does.
      }
    },
    entries() {
      const keys = new Set([...storedKeys(storage), ...inMemory.keys()]);
      const open = [...keys].filter((key) => !SECRETS.has(key)).toSorted();
      return new Map(
        open.map((key) => [key, read(key)] as const).filter(([, value]) => value !== null),
      );
    },
  };
}

function storedKeys(storage: SettingsStorage | null): readonly string[] {
  try {
    return Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? '')
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => key.slice(PREFIX.length));
  } catch {
    return [];
  }
}
