import * as v from 'valibot';
import type { Keeper, KeptItem } from '../../run/ports.ts';

/** wllama's own names in the private files of the origin. */
const FOLDER = 'cache';
const METADATA = '__metadata__';

/** What wllama notes of a file once it has arrived. */
const metadataSchema = v.object({ originalURL: v.string(), originalSize: v.number() });

/** A model that the page knows by its address. */
export interface KnownGguf {
  readonly id: string;
  readonly title: string;
  readonly url: string;
}

/** The root of the origin's private files; null where the browser has none. */
export type PrivateFiles = () => Promise<FileSystemDirectoryHandle | null>;

/** The file, or the files of a split model, that were downloaded from one address. */
interface Group {
  readonly id: string;
  readonly address: string | null;
  readonly names: readonly string[];
  readonly bytes: number;
  /** Whether all parts are here, each as long as the server said. */
  readonly whole: boolean;
}

/** The GGUF files that wllama keeps, by model; what belongs to none of them goes by its file's name. */
export function wllamaKeeper(models: () => readonly KnownGguf[], root: PrivateFiles): Keeper {
  return {
    id: 'wllama',
    title: 'Models for the processor (GGUF files)',
    description: 'A model that is removed is downloaded again when a run needs it.',
    async list() {
      const folder = await folderIn(root);
      if (folder === null) return [];
      return (await groupsOf(folder)).map((group) => itemOf(group, models()));
    },
    async remove(id) {
      const folder = await folderIn(root);
      if (folder === null) return;
      const group = (await groupsOf(folder)).find((each) => each.id === id);
      for (const name of group?.names ?? []) {
        await folder.removeEntry(name);
        await folder.removeEntry(METADATA + name).catch(ignoreMissing);
      }
    },
  };
}

/** The addresses, as `addressOf` gives them, of the models that are here as a whole. */
export async function keptAddresses(root: PrivateFiles): Promise<ReadonlySet<string>> {
  const folder = await folderIn(root);
  if (folder === null) return new Set();
  const whole = (await groupsOf(folder)).filter((group) => group.whole);
  return new Set(whole.flatMap(({ address }) => address ?? []));
}

/** One address for all parts of a split model. */
export function addressOf(url: string): string {
  return url.replace(/-\d{5}-of-(\d{5})\.gguf$/i, '-of-$1.gguf');
}

async function folderIn(root: PrivateFiles): Promise<FileSystemDirectoryHandle | null> {
  try {
    // Nothing is made by looking.
    return (await (await root())?.getDirectoryHandle(FOLDER)) ?? null;
  } catch (error) {
    ignoreMissing(error);
    return null;
  }
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Error) || error.name !== 'NotFoundError') throw error;
}

async function groupsOf(folder: FileSystemDirectoryHandle): Promise<readonly Group[]> {
  const files = new Map<string, File>();
  for await (const [name, handle] of folder.entries()) {
    if (handle.kind === 'file') files.set(name, await (handle as FileSystemFileHandle).getFile());
  }
  const groups = new Map<string, Group>();
  for (const [name, { size }] of files) {
    if (name.startsWith(METADATA)) continue;
    const noted = await noteIn(files.get(METADATA + name));
    const address = noted === null ? null : addressOf(noted.originalURL);
    const id = address ?? name;
    const before = groups.get(id);
    // A server that doesn't tell the size leaves 0.
    const whole = noted !== null && (noted.originalSize === 0 || noted.originalSize === size);
    groups.set(id, {
      id,
      address,
      names: [...(before?.names ?? []), name],
      bytes: (before?.bytes ?? 0) + size,
      whole: whole && (before?.whole ?? true),
    });
  }
  return [...groups.values()].map((group) => ({ ...group, whole: group.whole && hasAll(group) }));
}

async function noteIn(
  file: File | undefined,
): Promise<v.InferOutput<typeof metadataSchema> | null> {
  try {
    const parsed = v.safeParse(metadataSchema, JSON.parse((await file?.text()) ?? 'null'));
    return parsed.success ? parsed.output : null;
  } catch {
    // Cut off while it was written: the next download replaces it.
    return null;
  }
}

function hasAll({ address, names }: Group): boolean {
  const parts = /-of-(\d{5})\.gguf$/i.exec(address ?? '');
  return names.length === Number(parts?.[1] ?? 1);
}

function itemOf(
  { id, address, names, bytes, whole }: Group,
  models: readonly KnownGguf[],
): KeptItem {
  const model = models.find(({ url }) => addressOf(url) === address);
  const note = whole ? {} : { note: 'half downloaded; loading it begins anew' };
  if (model !== undefined) return { id, title: model.title, bytes, modelId: model.id, ...note };
  return { id, title: fileNameOf(address ?? names[0] ?? id), bytes, ...note };
}

/** The last part of an address, or of wllama's own name: a hash of the address, `_` and the file's name. */
function fileNameOf(text: string): string {
  const last = text.split('/').at(-1) ?? text;
  return last.replace(/^[0-9a-f]{40}_/, '');
}
