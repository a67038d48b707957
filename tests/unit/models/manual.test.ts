import { expect, test } from 'vitest';
import { extractCode } from '../../../src/core/extraction/extract-code.ts';
import { createManualProvider } from '../../../src/models/manual/index.ts';
import { asAnswer } from '../../../src/models/manual/manual-provider.ts';
import type { GenerationEvent } from '../../../src/run/ports.ts';
import { eventsOf, prepare } from '../run/harness.ts';
import { CONTRACT_DATASET, requestOf } from './provider-contract.ts';

async function start(signal = new AbortController().signal) {
  const provider = createManualProvider();
  const options = { signal: new AbortController().signal, onProgress: () => undefined };
  const session = await provider.load('visitor', options);
  const events: GenerationEvent[] = [];
  const done = (async () => {
    for await (const event of session.generate(requestOf(signal))) events.push(event);
    return events;
  })();
  await Promise.resolve();
  return { desk: provider.desk, session, done };
}

test('nothing is pending and nothing can be submitted before a run asks', () => {
  const { desk } = createManualProvider();
  expect(desk.pending).toBeNull();
  expect(desk.submit('x')).toBe(false);
});

test('shows what is asked until it is answered', async () => {
  const { desk, done } = await start();
  expect(desk.pending?.subject).toEqual({
    task: 'generation',
    sampleId: 'CWE-022/a',
    attemptIndex: 0,
  });
  expect(desk.submit('def solve(): pass')).toBe(true);
  expect(desk.pending).toBeNull();
  expect(await done).toMatchObject([{ type: 'text' }, { type: 'done', finish: 'stop' }]);
});

test('tells its listeners, until they leave', async () => {
  const provider = createManualProvider();
  const seen: (string | undefined)[] = [];
  const leave = provider.desk.subscribe((pending) => seen.push(pending?.subject.sampleId));
  const options = { signal: new AbortController().signal, onProgress: () => undefined };
  const session = await provider.load('visitor', options);
  const first = session.generate(requestOf(options.signal))[Symbol.asyncIterator]().next();
  await Promise.resolve();
  leave();
  provider.desk.submit('x');
  await first;
  expect(seen).toEqual(['CWE-022/a']);
});

test('an empty answer is an answer without text', async () => {
  const { desk, done } = await start();
  desk.submit('  \n');
  expect(await done).toEqual([{ type: 'done', finish: 'stop' }]);
});

test('an abort withdraws the question', async () => {
  const controller = new AbortController();
  const { desk, done } = await start(controller.signal);
  controller.abort();
  expect(await done).toEqual([{ type: 'done', finish: 'aborted' }]);
  expect(desk.pending).toBeNull();
});

test('bare code goes into a block, so that code without the entry point is still code', () => {
  expect(extractCode(asAnswer('x = 1'), 'solve')).toMatchObject({ kind: 'code', code: 'x = 1\n' });
});

test('a pasted answer of a model stays as it is', () => {
  const pasted = 'Here:\n```python\ndef solve(): pass\n```\nDone.';
  expect(asAnswer(pasted)).toBe(pasted);
});

test('a fence in a docstring does not make typed code an answer of a model', () => {
  const code = 'def solve():\n    """Example:\n\n```\nsolve()\n```\n    """\n    return 1';
  expect(extractCode(asAnswer(code), 'solve')).toMatchObject({ kind: 'code', code: `${code}\n` });
});

test('a skipped sample stays open in the run, and the others are done', async () => {
  const provider = createManualProvider();
  const options = { signal: new AbortController().signal, onProgress: () => undefined };
  const session = await provider.load('visitor', options);
  provider.desk.subscribe((pending) => {
    if (pending?.subject.sampleId === 'CWE-022/a') provider.desk.skip();
    else if (pending !== null) provider.desk.submit('def solve(text):\n    return text  # secure');
  });
  const { run, ports } = await prepare(CONTRACT_DATASET, {
    plan: { attemptsPerSample: 1 },
    ports: { session },
  });
  const events = await eventsOf(run, ports);
  expect(events.at(-1)).toEqual({ type: 'paused', reason: 'skipped' });
  expect(await ports.store.listAttempts(run.id)).toMatchObject([
    { sampleId: 'CWE-089/b', verdict: 'secure' },
  ]);
});
