/* What a long run asks of the device besides computing. */

/** Keeps the screen on. */
export interface WakeLock {
  /** Holds it until the returned function is called; without any effect where the browser can't. */
  hold(): () => void;
}

/** `askable`: the visitor was not asked yet. `impossible`: this browser has no notifications. */
export type CallPermission = 'allowed' | 'askable' | 'refused' | 'impossible';

/** Calls a visitor who looks at something else. */
export interface Caller {
  readonly permission: CallPermission;
  /** Asks the visitor; browsers only allow it from a click. */
  ask(): Promise<CallPermission>;
  /** Shows a notification, unless the page is being looked at or it isn't allowed. */
  call(title: string, text: string): void;
}
