import { chromium } from '@playwright/test';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium.mjs';
import { findFirefox } from '../../scripts/firefox.mjs';

export type BrowserName = 'chromium' | 'firefox';

/** As much of a browser as the sandbox's tests need, so that the same tests run in two of them. */
export interface TestBrowser {
  newPage(): Promise<TestPage>;
  close(): Promise<void>;
}

export interface TestPage {
  goto(url: string): Promise<void>;
  evaluate<Result, Argument>(
    call: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
  /** Runs a text in the document of the page's first frame; gives its value as text. */
  evaluateInFrame(text: string): Promise<string>;
  /** Waits until the page's scripts have set this variable. */
  waitForGlobal(name: string): Promise<void>;
  /** URLs that the page or anything in it has asked for. */
  readonly requests: readonly string[];
  /** Dialogs, downloads and new windows. */
  readonly events: readonly string[];
  close(): Promise<void>;
}

export function openBrowser(name: BrowserName): Promise<TestBrowser> {
  return name === 'chromium' ? openChromium() : openFirefox();
}

async function openChromium(): Promise<TestBrowser> {
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: [...CHROMIUM_FLAGS],
  });
  return {
    close: () => browser.close(),
    async newPage() {
      const page = await browser.newPage();
      const requests: string[] = [];
      const events: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      page.on('dialog', (dialog) => {
        events.push(`a dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on('download', () => events.push('a download'));
      page.on('popup', () => events.push('a new window'));
      return {
        requests,
        events,
        goto: async (url) => void (await page.goto(url)),
        evaluate: (call, argument) => page.evaluate(call as never, argument),
        async evaluateInFrame(text) {
          const frame = page.frames().find((each) => each !== page.mainFrame());
          if (!frame) throw new Error('the page has no frame');
          return String(await frame.evaluate(text));
        },
        waitForGlobal: async (variable) =>
          void (await page.waitForFunction((wanted) => wanted in window, variable)),
        close: () => page.close(),
      };
    },
  };
}

/** Over WebDriver BiDi: the test library drives its own builds of Firefox only. */
async function openFirefox(): Promise<TestBrowser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findFirefox(),
    headless: true,
    protocolTimeout: 600_000,
  });
  return {
    close: () => browser.close(),
    async newPage() {
      // As in the other browser each page is on its own: no storage, channel or lock in common.
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      const requests: string[] = [];
      const events: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      page.on('dialog', (dialog) => {
        events.push(`a dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on('popup', () => events.push('a new window'));
      return {
        requests,
        events,
        goto: async (url) => void (await page.goto(url)),
        evaluate: (call, argument) => page.evaluate(call as never, argument as never) as never,
        async evaluateInFrame(text) {
          const frame = page.frames().find((each) => each !== page.mainFrame());
          if (!frame) throw new Error('the page has no frame');
          return String(await frame.evaluate(text));
        },
        waitForGlobal: async (variable) =>
          void (await page.waitForFunction((wanted) => wanted in window, {}, variable)),
        close: () => context.close(),
      };
    },
  };
}
