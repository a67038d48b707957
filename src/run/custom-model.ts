/** A model for the visitor's graphics card that the page doesn't know by itself. */
export interface CustomModel {
  /** The name of its folder. */
  readonly name: string;
  /** Address of the folder with `mlc-chat-config.json` and the weights; ends in a slash. */
  readonly weightsUrl: string;
  /** Address of the compiled library, a `.wasm` file. */
  readonly libraryUrl: string;
}

/** The id of such a model among those of its provider. */
export function customModelId(name: string): string {
  return `custom/${name}`;
}

/** The models that the visitor added. */
export interface CustomModels {
  readonly list: readonly CustomModel[];
}

export type CustomModelReading =
  | { readonly ok: true; readonly model: CustomModel }
  | { readonly ok: false; readonly field: 'weights' | 'library'; readonly problem: string };

/** Reads the two addresses that a visitor typed; that of a repository at Hugging Face is taken for its files. */
export function readCustomModel(weights: string, library: string): CustomModelReading {
  const folder = addressOf(weights);
  if (typeof folder === 'string') return { ok: false, field: 'weights', problem: folder };
  const file = addressOf(library);
  if (typeof file === 'string') return { ok: false, field: 'library', problem: file };
  if (!file.pathname.endsWith('.wasm')) {
    return refuse('library', 'The library is one file whose address ends in .wasm.');
  }
  if (file.hostname === 'github.com') {
    return refuse('library', 'github.com shows pages, not files: take the address behind “Raw”.');
  }
  const { path, name } = folderOf(folder);
  if (name === '') return refuse('weights', 'The address must lead to the folder of one model.');
  return {
    ok: true,
    model: { name, weightsUrl: folder.origin + path, libraryUrl: file.href },
  };
}

function folderOf({ hostname, pathname }: URL): { path: string; name: string } {
  const parts = pathname.split('/').filter((part) => part !== '');
  if (parts.at(-1)?.endsWith('.json') === true) parts.pop();
  if (hostname === 'huggingface.co') {
    const [owner = '', repository = '', , revision = 'main'] = parts;
    return { path: `/${owner}/${repository}/resolve/${revision}/`, name: nameOf(repository) };
  }
  return { path: `/${parts.map((part) => `${part}/`).join('')}`, name: nameOf(parts.at(-1) ?? '') };
}

function nameOf(part: string): string {
  try {
    return decodeURIComponent(part).slice(0, 100);
  } catch {
    return part.slice(0, 100);
  }
}

/** The address, or what is wrong with it. */
function addressOf(typed: string): URL | string {
  let url: URL;
  try {
    url = new URL(typed.trim());
  } catch {
    return 'Type a whole address, beginning with https://.';
  }
  const here = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && here)) {
    return 'The address must begin with https://; http:// is for this device only.';
  }
  if (url.username !== '' || url.password !== '' || url.hash !== '') {
    return 'The address must have no “user:password@” and no “#” in it.';
  }
  return url;
}

function refuse(field: 'weights' | 'library', problem: string): CustomModelReading {
  return { ok: false, field, problem };
}
