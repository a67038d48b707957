import { router } from 'svelte-spa-router';

/**
 * What stands behind the "?" of the hash: choices of a screen that a link or a reload should keep. Writing
 * replaces the entry of the history, so that Back leaves the screen instead of undoing letters.
 */
export class Query {
  /** What was written here, for the address that it was written to; the router hears only of new addresses. */
  #written = $state.raw<{ readonly address: object; readonly text: string } | null>(null);
  readonly #params = $derived.by(() => {
    const { loc } = router;
    const text = this.#written?.address === loc ? this.#written.text : loc.querystring;
    return new URLSearchParams(text);
  });

  /** Empty where it isn't set. */
  get(name: string): string {
    return this.#params.get(name) ?? '';
  }

  /** The hash of this screen with other values; empty ones are left out. */
  hashWith(values: Readonly<Record<string, string>>): string {
    const params = new URLSearchParams(this.#params);
    for (const [name, value] of Object.entries(values)) {
      if (value === '') params.delete(name);
      else params.set(name, value);
    }
    const text = params.toString();
    return `#${router.location}${text === '' ? '' : `?${text}`}`;
  }

  set(values: Readonly<Record<string, string>>): void {
    const hash = this.hashWith(values);
    history.replaceState(history.state, '', hash);
    this.#written = { address: router.loc, text: hash.split('?')[1] ?? '' };
  }
}
