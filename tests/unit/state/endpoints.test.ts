import { expect, test } from 'vitest';
import { ENDPOINT_PRESETS } from '../../../src/models/openai-compatible/index.ts';
import { EndpointsState } from '../../../src/state/endpoints.svelte.ts';
import { ModelShelf } from '../../../src/state/model-shelf.svelte.ts';
import { openSettings } from '../../../src/state/settings.ts';
import { fakeProvider } from '../../fakes/fake-provider.ts';

/** A device: what is written stays, whoever opens the page again. */
function device(content: Record<string, string> = {}) {
  const kept = new Map(Object.entries(content));
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    key: (index: number) => [...kept.keys()][index] ?? null,
    length: 0,
  };
  let changes = 0;
  return {
    open: () => new EndpointsState(ENDPOINT_PRESETS, openSettings(storage), () => (changes += 1)),
    stored: () => [...kept.values()].join('\n'),
    changes: () => changes,
  };
}

test('a key is kept on the device only while that is ticked', () => {
  const { open, stored } = device();
  const page = open();
  page.setKey('sk-1');
  expect(stored()).not.toContain('sk-1');
  page.rememberKey(true);
  expect(open().current.key).toBe('sk-1');
  page.rememberKey(false);
  expect(stored()).not.toContain('sk-1');
  expect(page.current.key).toBe('sk-1');
});

test('a key belongs to the origin that it was typed for', () => {
  const page = device().open();
  page.choose('custom');
  page.change({ baseUrl: 'https://a.example/v1' });
  page.setKey('sk-a');
  page.change({ baseUrl: 'https://b.example/v1' });
  expect(page.current.key).toBe('');
  page.change({ baseUrl: 'https://a.example/other/v1' });
  expect(page.current.key).toBe('sk-a');
});

test('each kind of server has its own address, and both outlive the page', () => {
  const { open } = device();
  const page = open();
  page.change({ baseUrl: 'http://localhost:9999/v1' });
  page.choose('openai');
  const later = open();
  expect(later.current).toMatchObject({ preset: 'openai', baseUrl: 'https://api.openai.com/v1' });
  expect(later.of('ollama')?.baseUrl).toBe('http://localhost:9999/v1');
  expect(later.of('unknown')).toBeNull();
});

test('the list of models is void when server or key change, not when the pace does', () => {
  const { open, changes } = device();
  const page = open();
  page.change({ parallel: 4 });
  expect(changes()).toBe(0);
  page.change({ baseUrl: 'http://localhost:1/v1' });
  page.setKey('k');
  page.choose('vllm');
  expect(changes()).toBe(3);
});

test('what is stored and makes no sense is as good as nothing', () => {
  const settings = { ollama: { baseUrl: 'http://x/v1', parallel: 99, model: '' } };
  const page = device({
    'codeseceval.endpoints': JSON.stringify({ preset: 'ollama', settings }),
  }).open();
  expect(page.current).toMatchObject({ baseUrl: 'http://localhost:11434/v1', parallel: 1 });
});

test('a list that comes after the server was changed is not shown', async () => {
  let answer: (() => void) | null = null;
  const provider = {
    ...fakeProvider(() => []),
    models: () =>
      new Promise<{ id: string; title: string; description: string }[]>((resolve) => {
        answer = () => resolve([{ id: 'old', title: 'old', description: '' }]);
      }),
  };
  const shelf = new ModelShelf([provider]);
  const looking = shelf.look('fake');
  await Promise.resolve();
  shelf.forget('fake');
  (answer as (() => void) | null)?.();
  await looking;
  expect(shelf.shelf('fake').models).toEqual([]);
});

test('a price is kept on the device with its server, and is gone when it is taken away', () => {
  const { open } = device();
  const page = open();
  page.choose('openai');
  page.change({ price: { input: 0.5, output: 1.5 } });
  expect(open().current.price).toEqual({ input: 0.5, output: 1.5 });
  expect(open().of('ollama')?.price).toBeNull();
  page.change({ price: null });
  expect(open().current.price).toBeNull();
});

test('settings from before there were prices are still read', () => {
  const settings = { ollama: { baseUrl: 'http://localhost:1/v1', parallel: 3, model: '' } };
  const kept = { 'codeseceval.endpoints': JSON.stringify({ preset: 'ollama', settings }) };
  expect(device(kept).open().current).toMatchObject({ parallel: 3, price: null });
});

test('a price doesn’t change which models there are', () => {
  const { open, changes } = device();
  open().change({ price: { input: 1, output: 1 } });
  expect(changes()).toBe(0);
});
