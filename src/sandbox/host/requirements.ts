/** What the engine needs of a browser, by the name that a visitor could look up. */
const NEEDED: readonly (readonly [
  name: string,
  isThere: (browser: typeof globalThis) => boolean,
])[] = [
  ['WebAssembly', ({ WebAssembly }) => typeof WebAssembly?.compile === 'function'],
  ['Worker', ({ Worker }) => typeof Worker === 'function'],
  ['MessageChannel', ({ MessageChannel }) => typeof MessageChannel === 'function'],
  ['DecompressionStream', (browser) => 'DecompressionStream' in browser],
  ['AbortSignal.any', ({ AbortSignal }) => typeof AbortSignal?.any === 'function'],
];

/** The browser can't run the engine; the message is a sentence for its user. */
export class UnsupportedBrowser extends Error {
  constructor(missing: readonly string[]) {
    super(
      `This browser can’t run Python here: it has no ${missing.join(', ')}. ` +
        'A Chrome, Edge, Firefox or Safari from March 2024 or later has all it needs.',
    );
    this.name = 'UnsupportedBrowser';
  }
}

/** @throws {UnsupportedBrowser} where something is missing that the engine can't do without */
export function requireSupport(browser: typeof globalThis): void {
  const missing = NEEDED.flatMap(([name, isThere]) => (isThere(browser) ? [] : [name]));
  if (missing.length > 0) throw new UnsupportedBrowser(missing);
}
