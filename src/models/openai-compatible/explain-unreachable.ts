import { ProviderError } from '../../run/ports.ts';
import { addressSpace, type AddressSpace } from './base-url.ts';
import type { Preset } from './presets.ts';

/** What the page is to a browser that guards servers against it. */
export interface PageFacts {
  /** `location.origin`. */
  readonly origin: string;
  /** `navigator.onLine`. */
  online(): boolean;
  /** State of the permission for these addresses; null where the browser has no such permission. */
  permission(space: 'loopback' | 'local'): Promise<PermissionState | null>;
}

export interface Unreachable {
  readonly preset: Preset;
  readonly url: URL;
  readonly space: AddressSpace;
  readonly page: PageFacts;
  /** Whether anything at all is at the address: asked without reading the answer, which needs no CORS. */
  answers(): Promise<boolean>;
}

const FARTHER: Record<AddressSpace, number> = { loopback: 0, local: 1, public: 2 };

/**
 * Why a request brought no response. To a page, "not running", "no CORS" and "not permitted" are the same
 * TypeError; the permission, and a second request whose answer nobody reads, tell them apart.
 */
export async function explainUnreachable(it: Unreachable): Promise<ProviderError> {
  const { preset, url, space, page } = it;
  const here = new URL(page.origin);
  const name = serverName(preset, url);
  const where = preset.id === 'custom' ? name : `${name} at ${url.host}`;

  if (space === 'public' && !page.online()) {
    return new ProviderError(
      'network',
      'This device is offline. Connect it, then try again or resume the run.',
    );
  }
  const insecure = here.protocol === 'https:' && url.protocol === 'http:';
  if (insecure && space === 'public') {
    return new ProviderError(
      'cors-or-lna',
      `Browsers let a page that came over https ask no server over http. Use an https:// address for ${url.host}.`,
    );
  }
  const guarded = space !== 'public' && FARTHER[addressSpace(here.hostname)] > FARTHER[space];
  const permission = guarded ? await page.permission(space) : null;
  const what = space === 'loopback' ? 'apps on this device' : 'devices in your local network';
  if (permission === 'denied') {
    return new ProviderError(
      'cors-or-lna',
      `This browser keeps ${page.origin} from ${what}. Open the site’s settings beside the address bar, set “${space === 'loopback' ? 'Apps on device' : 'Local network'}” to Allow, reload the page and connect again.`,
    );
  }
  if (await it.answers()) {
    return new ProviderError(
      'cors-or-lna',
      `${where} runs, but doesn’t let this page read its answers (CORS). ${preset.allowOrigin(page.origin)}`,
    );
  }
  const asked =
    permission === 'prompt'
      ? ` Or the browser’s question whether this page may reach ${what} was not answered: connect again and choose Allow.`
      : '';
  const blocked = insecure
    ? ` ${space === 'loopback' ? 'Safari blocks' : 'Firefox and Safari block'} http:// addresses on pages like this one: use Chrome or Edge${space === 'loopback' ? ' or Firefox' : ''} there.`
    : '';
  return new ProviderError(
    'network',
    `Nothing answers: ${where} is not running or can’t be reached. ${preset.start}${asked}${blocked}`,
  );
}

/** What to call the server in a sentence. */
export function serverName(preset: Preset, url: URL): string {
  return preset.id === 'custom' ? `The server at ${url.host}` : preset.title;
}

/** The facts of the page that runs this. */
export function browserFacts(): PageFacts {
  return {
    origin: globalThis.location.origin,
    online: () => globalThis.navigator.onLine,
    async permission(space) {
      // Chrome 142 to 144 had one permission for both.
      const names = [
        space === 'loopback' ? 'loopback-network' : 'local-network',
        'local-network-access',
      ];
      for (const name of names) {
        try {
          const status = await navigator.permissions.query({ name: name as PermissionName });
          return status.state;
        } catch {
          // A name that this browser doesn't know is a TypeError.
        }
      }
      return null;
    },
  };
}
