import * as v from 'valibot';
import type { Keeper, KeptItem } from '../../run/ports.ts';
import type { CacheScope } from './model-cache.ts';
import { modelFile, weightListFile } from './model-cache.ts';
import type { WebllmModel } from './model-list.ts';
import { weightListSchema } from './weight-list.ts';

const SCOPES: readonly CacheScope[] = ['webllm/config', 'webllm/wasm', 'webllm/model'];

/** A file in one of the caches. */
interface KeptFile {
  readonly scope: CacheScope;
  readonly url: string;
}

/**
 * What WebLLM's caches hold, by model.
 * @param models those that the page knows now; what belongs to none of them is listed by its address
 * @param caches undefined on pages without https
 */
export function webllmKeeper(
  models: () => readonly WebllmModel[],
  caches: () => CacheStorage | undefined,
): Keeper {
  return {
    id: 'webllm',
    title: 'Models for the graphics card (WebLLM)',
    description: 'A model that is removed is downloaded again when a run needs it.',
    async list() {
      const here = caches();
      if (here === undefined) return [];
      const groups = groupsOf(await keptFiles(here), models());
      return Promise.all([...groups].map(([id, files]) => itemOf(id, files, models(), here)));
    },
    async remove(id) {
      const here = caches();
      if (here === undefined) return;
      const files = groupsOf(await keptFiles(here), models()).get(id) ?? [];
      for (const { scope, url } of files) await (await here.open(scope)).delete(url);
    },
  };
}

/**
 * Bytes of weights that a model still lacks here: all of them where their list isn't here either, null where
 * their number is unknown then.
 */
export async function missingBytes(
  model: WebllmModel,
  caches: CacheStorage,
): Promise<number | null> {
  const records = await weightsOf(model, caches);
  if (records === null) return model.downloadBytes;
  const cache = await caches.open('webllm/model');
  const here = new Set((await cache.keys()).map(({ url }) => url));
  return records
    .filter(({ dataPath }) => !here.has(modelFile(model, dataPath).url))
    .reduce((sum, { nbytes }) => sum + nbytes, 0);
}

async function weightsOf(model: WebllmModel, caches: CacheStorage) {
  const { scope, url } = weightListFile(model);
  // Opening a cache makes it; nothing is made by looking.
  if (!(await caches.has(scope))) return null;
  const list = await (await caches.open(scope)).match(url);
  try {
    const parsed = v.safeParse(weightListSchema, await list?.json());
    return parsed.success ? parsed.output.records : null;
  } catch {
    // No JSON: the next download replaces it.
    return null;
  }
}

async function keptFiles(caches: CacheStorage): Promise<readonly KeptFile[]> {
  const files: KeptFile[] = [];
  for (const scope of SCOPES) {
    if (!(await caches.has(scope))) continue;
    for (const { url } of await (await caches.open(scope)).keys()) files.push({ scope, url });
  }
  return files;
}

/** The files by model; by folder where no model is known to them. Libraries are shared, and go apart. */
function groupsOf(
  files: readonly KeptFile[],
  models: readonly WebllmModel[],
): ReadonlyMap<string, readonly KeptFile[]> {
  const groups = new Map<string, KeptFile[]>();
  for (const file of files) {
    const model = models.find(({ weightsUrl }) => file.url.startsWith(weightsUrl));
    const id = model?.id ?? (file.scope === 'webllm/wasm' ? LIBRARIES : folderOf(file.url));
    groups.set(id, [...(groups.get(id) ?? []), file]);
  }
  return groups;
}

/** The group of all compiled libraries: models of one architecture share one, and each is small. */
const LIBRARIES = 'libraries';

function folderOf(url: string): string {
  return url.slice(0, url.lastIndexOf('/') + 1);
}

async function itemOf(
  id: string,
  files: readonly KeptFile[],
  models: readonly WebllmModel[],
  caches: CacheStorage,
): Promise<KeptItem> {
  const model = models.find((each) => each.id === id);
  const bytes = await sum(files, model === undefined ? null : await weightsOf(model, caches), {
    model,
    caches,
  });
  if (model === undefined) {
    return id === LIBRARIES
      ? { id, title: 'Compiled libraries, shared by models', bytes }
      : { id, title: nameOf(id), bytes, note: 'of a model that this page doesn’t know' };
  }
  const missing = await missingBytes(model, caches);
  return {
    id,
    title: model.title,
    bytes,
    modelId: model.id,
    ...(missing === 0 ? {} : { note: 'half downloaded; loading it goes on from there' }),
  };
}

/** The list of weights tells their sizes; reading gigabytes back only to measure them takes long. */
async function sum(
  files: readonly KeptFile[],
  weights: readonly { readonly dataPath: string; readonly nbytes: number }[] | null,
  { model, caches }: { model: WebllmModel | undefined; caches: CacheStorage },
): Promise<number> {
  const known = new Map<string, number>();
  if (model !== undefined) {
    for (const { dataPath, nbytes } of weights ?? []) {
      known.set(modelFile(model, dataPath).url, nbytes);
    }
  }
  let bytes = 0;
  for (const { scope, url } of files) {
    bytes += known.get(url) ?? (await measured(await (await caches.open(scope)).match(url)));
  }
  return bytes;
}

async function measured(response: Response | undefined): Promise<number> {
  const said = Number(response?.headers.get('content-length') ?? Number.NaN);
  return Number.isSafeInteger(said) ? said : ((await response?.blob())?.size ?? 0);
}

/** `…/mlc-ai/NAME/resolve/main/` → `NAME`; the last folder of other addresses. */
function nameOf(folder: string): string {
  const parts = new URL(folder).pathname.split('/').filter((part) => part !== '');
  const resolve = parts.indexOf('resolve');
  return decodeURIComponent(parts[resolve > 0 ? resolve - 1 : parts.length - 1] ?? folder);
}
