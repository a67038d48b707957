import type { Probe, Provider } from '../../run/ports.ts';
import { ProviderError } from '../../run/ports.ts';
import { BuiltInSession } from './built-in-session.ts';
import { explainModelError } from './explain.ts';
import { ENGLISH, languageModelOf, type Availability } from './language-model.ts';

/** The only model there is: which one it is, the browser decides and doesn't say. */
const MODEL_ID = 'browser';

export interface BuiltInOptions {
  /** Where `LanguageModel` is looked for; the window by default. */
  readonly scope?: object;
  /** Name and version of the browser, for the provenance. */
  readonly browser?: string;
}

/**
 * The language model that the browser brings along (Chrome's Gemini Nano, Edge's Phi). It takes no seed and, on
 * the open web, no temperature, and it can change with any update of the browser: answers are not kept.
 */
export function createBuiltInProvider(options: BuiltInOptions = {}): Provider {
  const factory = () => languageModelOf(options.scope ?? globalThis);
  const availability = async (): Promise<Availability> =>
    (await factory()?.availability(ENGLISH)) ?? 'unavailable';
  return {
    id: 'built-in',
    title: 'In your browser already',
    description:
      'The language model that Chrome and Edge bring along. It has no seed and no temperature, so no run can be repeated exactly.',
    capabilities: { seed: false, temperature: false, usage: true, systemRole: true },
    async probe(): Promise<Probe> {
      if (factory() === null) {
        return {
          ok: false,
          code: 'unsupported',
          reason:
            'This browser brings no language model along. Chrome on a computer has one from version 148 on, on pages with https; any other way to a model works here.',
        };
      }
      if ((await availability()) === 'unavailable') {
        return {
          ok: false,
          code: 'unsupported',
          reason:
            'This browser could have a language model, but not on this device: Chrome asks for 22 GB of free disk, and 16 GB of memory with 4 cores or a graphics card with 4 GB.',
        };
      }
      return { ok: true, device: { backend: 'browser' } };
    },
    async models() {
      const state = await availability();
      if (state === 'unavailable') return [];
      return [
        {
          id: MODEL_ID,
          title: 'The browser’s own model',
          description:
            state === 'available'
              ? 'Ready. The browser doesn’t say which model it is.'
              : state === 'downloading'
                ? 'The browser is downloading it.'
                : 'The browser downloads it when the run starts: some gigabytes, once for all sites.',
          recommended: true,
          ...(state === 'available' ? { kept: true } : {}),
        },
      ];
    },
    async load(modelId, { signal, onProgress }) {
      const source = factory();
      if (modelId !== MODEL_ID || source === null) {
        throw new ProviderError(
          'unsupported',
          'This browser brings no language model along. Choose another one.',
        );
      }
      onProgress({ phase: 'connect' });
      try {
        const keptOpen = await source.create({
          ...ENGLISH,
          signal,
          monitor(target) {
            target.addEventListener('downloadprogress', (event) => {
              const ratio = (event as ProgressEvent).loaded;
              onProgress({ phase: ratio < 1 ? 'download' : 'compile', ratio });
            });
          },
        });
        onProgress({ phase: 'ready' });
        const browser = options.browser ?? browserName(navigator);
        return new BuiltInSession(source, keptOpen, `Prompt API of ${browser}`);
      } catch (error) {
        if (signal.aborted) {
          throw new ProviderError('aborted', 'Loading was stopped.', { cause: error });
        }
        throw explainModelError(error);
      }
    },
  };
}

interface BrandedNavigator extends Navigator {
  readonly userAgentData?: { readonly brands: readonly { brand: string; version: string }[] };
}

/** `Google Chrome 148`: the brand that says most, without the made-up one that browsers add. */
function browserName(navigator: BrandedNavigator): string {
  const brands = (navigator.userAgentData?.brands ?? []).filter(
    ({ brand }) => !/not.*brand/i.test(brand),
  );
  const own = brands.find(({ brand }) => brand !== 'Chromium') ?? brands[0];
  return own === undefined ? 'an unnamed browser' : `${own.brand} ${own.version}`;
}
