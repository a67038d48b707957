import type { Page } from '@playwright/test';

/** What an album is made with: a page of a browser that has never been on the site. */
export interface Stage {
  readonly page: Page;
  /** Address of the site, with a slash at its end. */
  readonly site: string;
}

/** A state of the page that is worth looking at. */
export interface Scene {
  /** Begins with the name of the screen; becomes the name of the files. */
  readonly name: string;
  /** What stands over the page is shown as the window shows it; else the whole page is. */
  readonly window?: boolean;
}

/**
 * Brings the page from scene to scene; while one is yielded, its pictures are taken. The window has another size
 * and the page another scheme afterwards, so an album must not rely on either.
 */
export interface Album {
  readonly name: string;
  /** Whether the service worker keeps the site; it is blocked otherwise. */
  readonly serviceWorker?: boolean;
  scenes(stage: Stage): AsyncGenerator<Scene>;
}
