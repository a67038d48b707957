import { expect, test } from 'vitest';
import { type Provider, ProviderError } from '../../../src/run/ports.ts';
import { ModelUse } from '../../../src/state/kept.svelte.ts';
import { loadSession } from '../../../src/state/load-session.ts';
import { Question } from '../../../src/state/question.svelte.ts';
import { openSettings } from '../../../src/state/settings.ts';
import { fakeProvider } from '../../fakes/fake-provider.ts';

const MODEL = { provider: 'fake', id: 'scripted', title: 'Scripted' };

function loading(
  changes: Partial<Provider> = {},
  { metered = false, signal = new AbortController().signal } = {},
) {
  const question = new Question();
  const settings = openSettings(null);
  const providers = [{ ...fakeProvider(() => []), ...changes }];
  const adapters = { providers, settings, isMetered: () => metered, now: () => 77 };
  const session = loadSession(MODEL, { adapters, question, signal, onProgress: () => undefined });
  return { session, question, settings };
}

/** Until the question stands on the page. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));
const full = () => Promise.reject(new ProviderError('quota', 'No room for this model.'));

test('on a metered line a large download is asked for first', async () => {
  const { session, question } = loading({ missingBytes: async () => 9e8 }, { metered: true });
  await turn();
  expect(question.asked).toEqual({ kind: 'download', bytes: 9e8 });
  question.answer(true);
  expect(await session).not.toBeNull();
  expect(question.asked).toBeNull();
});

test('who doesn’t want the download now gets none', async () => {
  const load = () => Promise.reject(new Error('must not be loaded'));
  const { session, question } = loading({ missingBytes: async () => 9e8, load }, { metered: true });
  await turn();
  question.answer(false);
  expect(await session).toBeNull();
});

test.each([
  ['on an ordinary line', 9e8, false],
  ['for a model that is here already', 0, true],
  ['for a small file', 1e6, true],
])('nothing is asked %s', async (_case, bytes, metered) => {
  const { session } = loading({ missingBytes: async () => bytes }, { metered });
  expect(await session).not.toBeNull();
});

test('where the browser has no room for a model, loading goes on once there is some', async () => {
  let tries = 0;
  const good = fakeProvider(() => []);
  const load: Provider['load'] = (id, options) =>
    (tries += 1) === 1 ? full() : good.load(id, options);
  const { session, question } = loading({ load });
  await turn();
  expect(question.asked).toEqual({ kind: 'room', message: 'No room for this model.' });
  question.answer(true);
  expect(await session).not.toBeNull();
});

test('who doesn’t make room gets the reason', async () => {
  const { session, question } = loading({ load: full });
  const failed = expect(session).rejects.toMatchObject({ code: 'quota' });
  await turn();
  question.answer(false);
  await failed;
});

test('an abort answers the question with no', async () => {
  const controller = new AbortController();
  const { session } = loading(
    { missingBytes: async () => 9e8 },
    { metered: true, signal: controller.signal },
  );
  await turn();
  controller.abort();
  expect(await session).toBeNull();
});

test('a model that was loaded was used now', async () => {
  const { session, settings } = loading();
  await session;
  expect(new ModelUse(settings).last('fake', 'scripted')).toBe(77);
  expect(new ModelUse(settings).last('fake', 'other')).toBeNull();
});
