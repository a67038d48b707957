import type { Settings } from './settings.ts';

export type Scheme = 'system' | 'light' | 'dark';

const SCHEMES: readonly Scheme[] = ['system', 'light', 'dark'];

/** Light, dark, or as the system has it; the style sheet reads `data-scheme` of the root element. */
export class ThemeState {
  readonly #settings: Settings;
  readonly #root: HTMLElement;
  #scheme = $state.raw<Scheme>('system');

  constructor(settings: Settings, root: HTMLElement) {
    this.#settings = settings;
    this.#root = root;
    const stored = settings.read('scheme');
    this.#apply(SCHEMES.find((scheme) => scheme === stored) ?? 'system');
  }

  get scheme(): Scheme {
    return this.#scheme;
  }

  choose(scheme: Scheme): void {
    this.#apply(scheme);
    this.#settings.write('scheme', scheme);
  }

  #apply(scheme: Scheme): void {
    this.#scheme = scheme;
    if (scheme === 'system') delete this.#root.dataset['scheme'];
    else this.#root.dataset['scheme'] = scheme;
  }
}
