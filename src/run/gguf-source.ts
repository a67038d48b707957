/* Models in GGUF files that the visitor names: by an address, or from the disk. */

/** A model in one GGUF file, or in the parts of one that was split. */
export type GgufSource =
  | { readonly kind: 'address'; readonly id: string; readonly title: string; readonly url: string }
  | {
      readonly kind: 'files';
      readonly id: string;
      readonly title: string;
      /** The parts in their order. The browser gives them for this visit only. */
      readonly files: readonly File[];
    };

/** Those that the visitor added. */
export interface GgufSources {
  readonly list: readonly GgufSource[];
}

export type GgufReading =
  | { readonly ok: true; readonly source: GgufSource }
  | { readonly ok: false; readonly problem: string };

/** Parts of a split model: `NAME-00001-of-00003.gguf`. */
const PART = /^(.*)-(\d{5})-of-(\d{5})\.gguf$/i;

/** Reads an address that a visitor typed; that of a file's page at Hugging Face is taken for the file. */
export function readGgufAddress(text: string): GgufReading {
  const url = URL.parse(text.trim());
  if (url === null || !/^https?:$/.test(url.protocol)) {
    return { ok: false, problem: 'That is no address: it begins with https:// or http://.' };
  }
  if (url.hostname === 'huggingface.co') {
    url.pathname = url.pathname.replace('/blob/', '/resolve/');
    url.search = '';
  }
  if (!/\.gguf$/i.test(url.pathname)) {
    return { ok: false, problem: 'The address must be that of one file and end in .gguf.' };
  }
  const name = decoded(url.pathname.split('/').at(-1) ?? '');
  return {
    ok: true,
    source: { kind: 'address', id: `address/${url.href}`, title: titleOf(name), url: url.href },
  };
}

/** Makes models of files: one of each, and one of all parts of a split one. */
export function readGgufFiles(files: readonly File[]): readonly GgufReading[] {
  const groups = new Map<string, File[]>();
  for (const file of files) {
    const key = PART.exec(file.name)?.[1] ?? file.name;
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups.values()].map(modelOf);
}

function modelOf(files: readonly File[]): GgufReading {
  const sorted = files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const first = sorted[0];
  if (first === undefined || !/\.gguf$/i.test(first.name)) {
    const name = first?.name ?? 'This';
    return { ok: false, problem: `${name} is no GGUF file: its name doesn’t end in .gguf.` };
  }
  const expected = Number(PART.exec(first.name)?.[3] ?? 1);
  if (sorted.length !== expected) {
    return {
      ok: false,
      problem: `${first.name} is one of ${expected} parts, and ${sorted.length} of them were chosen. Choose all of them at once.`,
    };
  }
  const id = `file/${first.name}`;
  return { ok: true, source: { kind: 'files', id, title: titleOf(first.name), files: sorted } };
}

function titleOf(fileName: string): string {
  return (PART.exec(fileName)?.[1] ?? fileName.replace(/\.gguf$/i, '')).slice(0, 100);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
