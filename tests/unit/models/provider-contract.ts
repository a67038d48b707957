import { describe, expect, test } from 'vitest';
import { fakeDataset } from '../../fakes/fake-dataset.ts';
import type {
  GenerationEvent,
  GenerationRequest,
  Provider,
  Session,
} from '../../../src/run/ports.ts';

/** A provider under the contract, and what the test must do for it. */
export interface ContractCase {
  readonly provider: Provider;
  readonly modelId: string;
  /** Called after each generation starts: lets the provider answer, where it waits for somebody. */
  answer?(): void;
  /** Requests whose engine is still at work, where that can be seen. */
  running?(): number;
}

/** The samples that a provider under the contract is asked for. */
export const CONTRACT_DATASET = fakeDataset(['CWE-022/a', 'CWE-089/b']);

export function requestOf(
  signal: AbortSignal,
  subject: Partial<GenerationRequest['subject']> = {},
): GenerationRequest {
  return {
    messages: [{ role: 'user', content: 'Write it.' }],
    temperature: 0.7,
    maxTokens: 100,
    seed: 5,
    subject: { task: 'generation', sampleId: 'CWE-022/a', attemptIndex: 0, ...subject },
    signal,
  };
}

/** What every provider must keep to; `make` gives a fresh one. */
export function describeProvider(name: string, make: () => ContractCase): void {
  async function sessionOf({ provider, modelId }: ContractCase): Promise<Session> {
    return provider.load(modelId, {
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
  }

  /** All events of one generation; `during` is called at each. */
  async function collect(
    it: ContractCase,
    session: Session,
    request: GenerationRequest,
    during: (event: GenerationEvent) => void = () => undefined,
  ): Promise<GenerationEvent[]> {
    const events: GenerationEvent[] = [];
    const iterator = session.generate(request)[Symbol.asyncIterator]();
    for (;;) {
      const next = iterator.next();
      await Promise.resolve();
      it.answer?.();
      const { done, value } = await next;
      if (done === true) return events;
      events.push(value);
      during(value);
    }
  }

  const ended = (events: readonly GenerationEvent[]) =>
    events.flatMap((event) => (event.type === 'done' ? [event.finish] : []));

  describe(`the provider ${name}`, () => {
    test('has a model to load, and the probe says that it runs', async () => {
      const { provider, modelId } = make();
      expect((await provider.models()).map((model) => model.id)).toContain(modelId);
      expect(await provider.probe()).toMatchObject({ ok: true });
    });

    test('yields text, then exactly one "done", and nothing after it', async () => {
      const it = make();
      const events = await collect(
        it,
        await sessionOf(it),
        requestOf(new AbortController().signal),
      );
      expect(events.length).toBeGreaterThan(1);
      expect(events.map((event) => event.type).indexOf('done')).toBe(events.length - 1);
      expect(events.at(-1)).toMatchObject({ type: 'done', finish: 'stop' });
    });

    test('aborted before the first token, it yields exactly one "done/aborted" and no text', async () => {
      const it = make();
      const events = await collect(it, await sessionOf(it), requestOf(AbortSignal.abort()));
      expect(events).toEqual([{ type: 'done', finish: 'aborted' }]);
    });

    test('aborted midway, it yields exactly one "done/aborted"', async () => {
      const it = make();
      const controller = new AbortController();
      const events = await collect(it, await sessionOf(it), requestOf(controller.signal), () =>
        controller.abort(),
      );
      expect(ended(events)).toEqual(['aborted']);
      expect(events.at(-1)?.type).toBe('done');
    });

    test('leaving the loop early stops the engine, and the session answers again', async () => {
      const it = make();
      const session = await sessionOf(it);
      const iterator = session.generate(requestOf(new AbortController().signal));
      for await (const _event of withAnswers(iterator, it)) break;
      expect(it.running?.() ?? 0).toBe(0);
      const again = await collect(it, session, requestOf(new AbortController().signal));
      expect(ended(again)).toEqual(['stop']);
    });

    test('two sessions answer side by side', async () => {
      const it = make();
      const [first, second] = [await sessionOf(it), await sessionOf(it)];
      const { signal } = new AbortController();
      const both = await Promise.all([
        collect(it, first, requestOf(signal)),
        collect(it, second, requestOf(signal, { sampleId: 'CWE-089/b' })),
      ]);
      expect(both.map(ended)).toEqual([['stop'], ['stop']]);
    });

    test('a disposed session ends what it was doing as aborted', async () => {
      const it = make();
      const session = await sessionOf(it);
      const request = requestOf(new AbortController().signal);
      const events: GenerationEvent[] = [];
      const iterator = session.generate(request)[Symbol.asyncIterator]();
      const first = iterator.next();
      await session.dispose();
      for (let next = await first; next.done !== true; next = await iterator.next()) {
        events.push(next.value);
      }
      expect(ended(events)).toEqual(['aborted']);
    });
  });
}

async function* withAnswers(
  events: AsyncIterable<GenerationEvent>,
  it: ContractCase,
): AsyncGenerator<GenerationEvent, void, void> {
  const iterator = events[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = iterator.next();
      await Promise.resolve();
      it.answer?.();
      const { done, value } = await next;
      if (done === true) return;
      yield value;
    }
  } finally {
    await iterator.return?.();
  }
}
