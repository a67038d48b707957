/**
 * The engine for the processor: 9 MB that are of use only with a model, which is a download by itself. The
 * service worker keeps it when it was first loaded, and not with the site.
 */
export const ENGINE_FILE = /(^|\/)assets\/wllama-[^/]*\.wasm$/;
