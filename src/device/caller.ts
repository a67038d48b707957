import type { CallPermission, Caller } from '../run/ports.ts';

/** What is used of the browser. */
export interface NotificationParts {
  /** Null where the browser has none. */
  readonly Notification: typeof globalThis.Notification | null;
  readonly serviceWorker: Pick<ServiceWorkerContainer, 'getRegistration'> | null;
  /** Whether the visitor looks at the page. */
  isLookedAt(): boolean;
  /** Brings the page to the front. */
  toFront(): void;
}

/** Later calls replace earlier ones: one page has one thing to say. */
const TAG = 'codeseceval';

/** Notifications of the browser. */
export function createCaller(parts: NotificationParts): Caller {
  const { Notification } = parts;
  return {
    get permission() {
      return Notification === null ? 'impossible' : permissionOf(Notification.permission);
    },

    async ask() {
      if (Notification === null) return 'impossible';
      return permissionOf(await Notification.requestPermission());
    },

    call(title, text) {
      if (Notification?.permission !== 'granted' || parts.isLookedAt()) return;
      const options = { body: text, tag: TAG };
      try {
        const notification = new Notification(title, options);
        notification.onclick = () => {
          parts.toFront();
          notification.close();
        };
      } catch {
        // On Android a page may not show one itself; its service worker may.
        void parts.serviceWorker
          ?.getRegistration()
          .then((registration) => registration?.showNotification(title, options));
      }
    },
  };
}

function permissionOf(permission: NotificationPermission): CallPermission {
  switch (permission) {
    case 'granted':
      return 'allowed';
    case 'denied':
      return 'refused';
    case 'default':
      return 'askable';
  }
}
