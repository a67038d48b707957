/** How far away an address is, as browsers guard it (wicg.github.io/local-network-access). */
export type AddressSpace = 'loopback' | 'local' | 'public';

export type BaseUrl =
  | {
      readonly ok: true;
      /** Without a slash at the end: `http://localhost:11434/v1`. */
      readonly base: string;
      readonly url: URL;
      readonly space: AddressSpace;
    }
  | { readonly ok: false; readonly problem: string };

/** Reads the address that a visitor typed. What was pasted beyond the base (`/chat/completions`) is cut off. */
export function parseBaseUrl(typed: string): BaseUrl {
  const text = typed.trim();
  if (text === '') return refused('Type the address of the server first.');
  if (!/^https?:\/\//i.test(text))
    return refused('The address must begin with http:// or https://.');
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return refused('This is no address that a browser understands. Check it for slips.');
  }
  // Parts of the address reach logs and screens; a key must not be among them.
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    return refused(
      'The address must have no “user:password@”, “?” or “#” in it. A key goes into its own field.',
    );
  }
  const path = url.pathname.replace(/\/(?:chat\/completions|models)?\/*$/, '');
  return { ok: true, base: url.origin + path, url, space: addressSpace(url.hostname) };
}

/** By the name alone: a name that only the visitor's network knows counts as public. */
export function addressSpace(hostname: string): AddressSpace {
  const name = hostname.toLowerCase();
  if (/^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(name)) return 'loopback';
  const privateV4 = /^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01])|169\.254)(?:\.\d+)+$/;
  const privateV6 = /^\[f(?:[cd]|e[89ab])[\da-f]*:/;
  const local = privateV4.test(name) || privateV6.test(name) || name.endsWith('.local');
  return local ? 'local' : 'public';
}

function refused(problem: string): BaseUrl {
  return { ok: false, problem };
}
