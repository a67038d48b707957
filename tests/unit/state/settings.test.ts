import { expect, test } from 'vitest';
import { openSettings, SECRET_SETTINGS } from '../../../src/state/settings.ts';

/** `localStorage` with texts in it. */
function fakeStorage(texts: Readonly<Record<string, string>>) {
  const map = new Map(Object.entries(texts));
  return {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    key: (index: number) => [...map.keys()][index] ?? null,
    get length() {
      return map.size;
    },
  };
}

test('entries are those of this site, from earlier visits and from this one', () => {
  const settings = openSettings(
    fakeStorage({ 'codeseceval.scheme': '"dark"', 'another.site': '1' }),
  );
  settings.write('draft.repair.CWE-022/a', 'x = 1');
  expect([...settings.entries()]).toEqual([
    ['draft.repair.CWE-022/a', 'x = 1'],
    ['scheme', 'dark'],
  ]);
});

test('keys of servers are in no entry, whether they are kept on the device or not', () => {
  const settings = openSettings(
    fakeStorage({ 'codeseceval.endpoint-keys': '{"https://a.example":"sk-secret"}' }),
  );
  expect(settings.entries().size).toBe(0);
  settings.write(SECRET_SETTINGS.endpointKeys, { 'https://b.example': 'sk-other' });
  expect(settings.entries().size).toBe(0);
});

test('a setting that was taken back is no entry', () => {
  const settings = openSettings(fakeStorage({ 'codeseceval.scheme': '"dark"' }));
  settings.write('scheme', null);
  expect(settings.entries().size).toBe(0);
});

test('without storage the entries of this visit are there', () => {
  const settings = openSettings(null);
  settings.write('scheme', 'light');
  expect([...settings.entries()]).toEqual([['scheme', 'light']]);
});
