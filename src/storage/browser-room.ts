import type { BrowserRoom } from '../run/ports.ts';

/**
 * The room that the browser gives this site.
 * @param storage `navigator.storage`; undefined on pages without https.
 */
export function browserRoom(storage: StorageManager | undefined): BrowserRoom {
  return {
    async estimate() {
      try {
        const { usage, quota } = (await storage?.estimate()) ?? {};
        return usage === undefined || quota === undefined ? null : { used: usage, quota };
      } catch {
        // Some private windows refuse to say.
        return null;
      }
    },
    async persisted() {
      try {
        return (await storage?.persisted()) ?? null;
      } catch {
        return null;
      }
    },
    async persist() {
      try {
        return (await storage?.persist()) ?? false;
      } catch {
        return false;
      }
    },
  };
}
