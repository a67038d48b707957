import { expect, test } from 'vitest';
import { OwnStrategiesState } from '../../../src/state/own-strategies.svelte.ts';
import { openSettings } from '../../../src/state/settings.ts';

const text = (title: string, user = `{{problem}} ${title}`) => ({ title, system: '', user });

test('what was written is there on the next visit, for its task alone', () => {
  const settings = openSettings(null);
  const id = new OwnStrategiesState(settings).put('repair', text(' Mine '), null);
  const next = new OwnStrategiesState(settings);
  expect(next.strategiesOf('repair')).toMatchObject([{ id, title: 'Mine' }]);
  expect(next.strategiesOf('generation')).toEqual([]);
  expect(next.find('repair', id)).toEqual({
    title: 'Mine',
    system: '',
    user: '{{problem}}  Mine ',
  });
  expect(next.find('generation', id)).toBeNull();
});

test('a changed one keeps its place, and has another id where its text is another', () => {
  const own = new OwnStrategiesState(openSettings(null));
  const first = own.put('repair', text('A'), null);
  own.put('repair', text('B'), null);
  const renamed = own.put('repair', { ...text('A'), title: 'Z' }, first);
  expect(renamed).toBe(first);
  const changed = own.put('repair', text('A', '{{problem}} again'), first);
  expect(changed).not.toBe(first);
  expect(own.strategiesOf('repair').map(({ title }) => title)).toEqual(['A', 'B']);
});

test('two that ask the same are one', () => {
  const own = new OwnStrategiesState(openSettings(null));
  const id = own.put('repair', text('A', '{{problem}}'), null);
  const other = own.put('repair', text('B'), null);
  expect(own.put('repair', text('C', '{{problem}}'), other)).toBe(id);
  expect(own.strategiesOf('repair').map(({ title }) => title)).toEqual(['C']);
});

test('is gone when it is removed', () => {
  const settings = openSettings(null);
  const own = new OwnStrategiesState(settings);
  own.remove(own.put('repair', text('A'), null));
  expect(new OwnStrategiesState(settings).strategiesOf('repair')).toEqual([]);
});

test('what can’t be used is not offered', () => {
  const settings = openSettings(null);
  settings.write('own-strategies', [
    { task: 'generation', ...text('Bad', '{{nothing}}') },
    { task: 'generation', ...text('Good') },
  ]);
  const titles = new OwnStrategiesState(settings)
    .strategiesOf('generation')
    .map(({ title }) => title);
  expect(titles).toEqual(['Good']);
  settings.write('own-strategies', 'nonsense');
  expect(new OwnStrategiesState(settings).strategiesOf('generation')).toEqual([]);
});
