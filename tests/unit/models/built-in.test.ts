import { describe, expect, test } from 'vitest';
import { createBuiltInProvider } from '../../../src/models/built-in/index.ts';
import type { GenerationEvent, Progress, Session } from '../../../src/run/ports.ts';
import { fakeLanguageModel, type FakeLanguageModel } from '../../fakes/fake-language-model.ts';
import { describeProvider, requestOf } from './provider-contract.ts';

const providerOf = (LanguageModel: object) =>
  createBuiltInProvider({ scope: { LanguageModel }, browser: 'Fake 1' });

const load = (
  model: FakeLanguageModel,
  onProgress: (progress: Progress) => void = () => undefined,
) => providerOf(model).load('browser', { signal: new AbortController().signal, onProgress });

async function all(
  session: Session,
  request = requestOf(new AbortController().signal),
): Promise<GenerationEvent[]> {
  const events: GenerationEvent[] = [];
  for await (const event of session.generate(request)) events.push(event);
  return events;
}

describeProvider('built-in', () => ({
  provider: providerOf(fakeLanguageModel(['def solve(text):', ' return text'])),
  modelId: 'browser',
}));

describe('the model that the browser brings along', () => {
  test('a browser without one is told in a sentence, and so is a device that is too small', async () => {
    const none = createBuiltInProvider({ scope: {} });
    expect(await none.probe()).toMatchObject({ ok: false, code: 'unsupported' });
    expect(await none.models()).toEqual([]);
    const small = providerOf(fakeLanguageModel([], { availability: 'unavailable' }));
    expect(await small.probe()).toMatchObject({
      ok: false,
      reason: expect.stringContaining('22 GB'),
    });
    expect(await small.models()).toEqual([]);
  });

  test('what is left to download is said before, and its progress while it goes on', async () => {
    const model = fakeLanguageModel(['x'], { availability: 'downloadable' });
    const [info] = await providerOf(model).models();
    expect(info?.kept).toBeUndefined();
    expect(info?.description).toContain('downloads it when the run starts');
    const progress: Progress[] = [];
    await load(model, (step) => progress.push(step));
    expect(progress.map(({ phase, ratio }) => [phase, ratio])).toEqual([
      ['connect', undefined],
      ['download', 0.5],
      ['compile', 1],
      ['ready', undefined],
    ]);
  });

  test('every question has a session of its own, which ends with it', async () => {
    const model = fakeLanguageModel(['a', 'b']);
    const session = await load(model);
    const messages = [
      { role: 'system' as const, content: 'Be brief.' },
      { role: 'user' as const, content: 'Write it.' },
    ];
    const request = { ...requestOf(new AbortController().signal), messages };
    await all(session, request);
    await all(session, request);
    expect(model.questions).toEqual(['Write it.', 'Write it.']);
    expect(model.created.map(({ initialPrompts }) => initialPrompts)).toEqual([
      undefined,
      [{ role: 'system', content: 'Be brief.' }],
      [{ role: 'system', content: 'Be brief.' }],
    ]);
    expect(model.open).toBe(1);
    await session.dispose();
    expect(model.open).toBe(0);
  });

  test('the tokens are those that the browser counted, declared as estimated', async () => {
    const events = await all(await load(fakeLanguageModel(['12345', '678'])));
    expect(events.at(-1)).toEqual({
      type: 'done',
      finish: 'stop',
      usage: { prompt: 'Write it.'.length, completion: 8, exact: false },
    });
  });

  test('an answer that is too long is cut, and the session ends', async () => {
    const model = fakeLanguageModel(Array.from({ length: 100 }, () => 'x'.repeat(50)));
    const session = await load(model);
    const events = await all(session, {
      ...requestOf(new AbortController().signal),
      maxTokens: 50,
    });
    expect(events.filter(({ type }) => type === 'text')).toHaveLength(4);
    expect(events.at(-1)).toMatchObject({ type: 'done', finish: 'length' });
    expect(model.open).toBe(1);
  });

  test('a prompt that does not fit is an overflow, not an answer', async () => {
    const session = await load(fakeLanguageModel(['x'], { window: 5 }));
    await expect(all(session)).rejects.toMatchObject({ code: 'context' });
  });

  test.each([
    ['NotAllowedError', 'unsupported', /right after a click/],
    ['NotSupportedError', 'unsupported', /Choose another model/],
    ['UnknownError', 'device-lost', /Resume the run/],
    ['TypeError', 'unknown', /failed: no reason/],
  ] as const)('a %s says what to do next', async (name, code, message) => {
    const failure = new DOMException('no reason', name);
    const session = await load(fakeLanguageModel(['x'], { failure }));
    await expect(all(session)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });

  test('stopping the download is an abort', async () => {
    const loading = providerOf(fakeLanguageModel([])).load('browser', {
      signal: AbortSignal.abort(),
      onProgress: () => undefined,
    });
    await expect(loading).rejects.toMatchObject({ code: 'aborted' });
  });

  test('no answer is kept, since nobody knows which model it was', async () => {
    const session = await load(fakeLanguageModel(['x']));
    expect(session.fingerprint).toBeUndefined();
    expect(session.engine).toBe('Prompt API of Fake 1');
  });
});
