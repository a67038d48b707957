import { expect, test } from 'vitest';
import { createWllamaProvider } from '../../../src/models/wllama/index.ts';
import { wllamaKeeper } from '../../../src/models/wllama/kept-models.ts';
import { GGUF_MODELS } from '../../../src/models/wllama/model-list.ts';
import { fakeFolder, noFolder } from '../../fakes/fake-folder.ts';

const [MODEL] = GGUF_MODELS;
const URL_OF_MODEL = MODEL?.url ?? '';
const HASH = 'a'.repeat(40);

/** A file as wllama keeps it, and what it notes of it when it has arrived. */
const file = (name: string, url: string, text = 'GGUF12', size = text.length) => ({
  [`${HASH}_${name}`]: text,
  [`__metadata__${HASH}_${name}`]: JSON.stringify({
    originalURL: url,
    originalSize: size,
    etag: '',
  }),
});

const keeperOf = (root: Parameters<typeof wllamaKeeper>[1]) =>
  wllamaKeeper(() => GGUF_MODELS, root);

test('a model of the list goes by its title, with its bytes', async () => {
  const { root } = fakeFolder(file('m.gguf', URL_OF_MODEL));
  expect(await keeperOf(root).list()).toEqual([
    { id: URL_OF_MODEL, title: MODEL?.title, bytes: 6, modelId: MODEL?.id },
  ]);
});

test('half a download, and one without a note, say so', async () => {
  const { root } = fakeFolder({
    ...file('cut.gguf', 'https://example.org/cut.gguf', 'GG', 900),
    [`${HASH}_broken.gguf`]: 'GGUF',
    [`__metadata__${HASH}_broken.gguf`]: '{"orig',
  });
  const items = await keeperOf(root).list();
  expect(items.map(({ title, bytes }) => [title, bytes])).toEqual([
    ['cut.gguf', 2],
    ['broken.gguf', 4],
  ]);
  for (const { note } of items) expect(note).toMatch(/^half downloaded/);
});

test('the parts of a split model are one item, whole with all of them', async () => {
  const part = (number: number) =>
    file(`big-0000${number}-of-00002.gguf`, `https://example.org/big-0000${number}-of-00002.gguf`);
  const [one] = await keeperOf(fakeFolder(part(1)).root).list();
  expect(one).toMatchObject({ bytes: 6, note: expect.stringContaining('half') });
  const both = await keeperOf(fakeFolder({ ...part(1), ...part(2) }).root).list();
  expect(both).toEqual([
    { id: 'https://example.org/big-of-00002.gguf', title: 'big-of-00002.gguf', bytes: 12 },
  ]);
});

test('removing one takes its note along and leaves the others', async () => {
  const { root, names } = fakeFolder({
    ...file('m.gguf', URL_OF_MODEL),
    ...file('other.gguf', 'https://example.org/other.gguf'),
    [`${HASH}_half.gguf`]: 'GG',
  });
  const keeper = keeperOf(root);
  await keeper.remove(URL_OF_MODEL);
  await keeper.remove(`${HASH}_half.gguf`);
  await keeper.remove('nothing of that name');
  expect(names()).toEqual([`${HASH}_other.gguf`, `__metadata__${HASH}_other.gguf`]);
});

test('where nothing was kept, or nothing can be, the list is empty', async () => {
  expect(await keeperOf(noFolder).list()).toEqual([]);
  expect(await keeperOf(async () => null).list()).toEqual([]);
  await keeperOf(async () => null).remove('x');
});

test('what is here is not downloaded again, and its card says so', async () => {
  const { root } = fakeFolder(file('m.gguf', URL_OF_MODEL));
  const provider = createWllamaProvider({ cores: 2, files: root });
  const models = await provider.models();
  expect(models.filter(({ kept }) => kept === true).map(({ id }) => id)).toEqual([MODEL?.id]);
  expect(await provider.missingBytes?.(MODEL?.id ?? '')).toBe(0);
  const other = GGUF_MODELS[1];
  expect(await provider.missingBytes?.(other?.id ?? '')).toBe(other?.downloadBytes);
});

test('of an address that the visitor named, nobody knows how much is missing', async () => {
  const url = 'https://example.org/x.gguf';
  const list = [{ kind: 'address' as const, id: `address/${url}`, title: 'x', url }];
  const options = { cores: 2, custom: { list } };
  const nothing = createWllamaProvider({ ...options, files: noFolder });
  expect(await nothing.missingBytes?.(`address/${url}`)).toBe(null);
  const { root } = fakeFolder(file('x.gguf', url));
  const here = createWllamaProvider({ ...options, files: root });
  expect(await here.missingBytes?.(`address/${url}`)).toBe(0);
  expect((await here.models())[0]).toMatchObject({ id: `address/${url}`, kept: true });
});
