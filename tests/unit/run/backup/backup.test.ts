import { expect, test } from 'vitest';
import { gzipLines, isGzip, linesOf } from '../../../../src/run/backup/lines.ts';
import { applyMerge, isEmptyMerge, planMerge } from '../../../../src/run/backup/merge-backup.ts';
import { readBackup } from '../../../../src/run/backup/read-backup.ts';
import { backupLines } from '../../../../src/run/backup/write-backup.ts';
import type { AnswerSetStore, RunStore } from '../../../../src/run/ports.ts';
import { createMemoryAnswerSets } from '../../../../src/storage/memory-answer-sets.ts';
import { createMemoryRunStore } from '../../../../src/storage/memory-run-store.ts';
import { fakeDataset } from '../../../fakes/fake-dataset.ts';
import { eventsOf, prepare } from '../harness.ts';

const SET = {
  id: 'set-1',
  title: 'Model X',
  createdAt: 5,
  sampleIds: ['CWE-022/a'],
  count: 1,
  attemptsPerSample: 1,
};
const ANSWERS = [{ sampleId: 'CWE-022/a', index: 0, text: 'x = 1\nprint("ü\u2028")' }];

interface Device {
  readonly store: RunStore;
  readonly answerSets: AnswerSetStore;
  readonly settings: ReadonlyMap<string, unknown>;
  newId(): string;
}

function emptyDevice(settings: Record<string, unknown> = {}): Device {
  return {
    store: createMemoryRunStore(),
    answerSets: createMemoryAnswerSets(),
    settings: new Map(Object.entries(settings)),
    newId: () => 'new-id',
  };
}

/** A device with one finished run of four attempts, a set of answers and a draft. */
async function usedDevice(): Promise<Device> {
  const store = createMemoryRunStore();
  const { run, ports } = await prepare(fakeDataset(['CWE-022/a', 'CWE-089/b']), {
    ports: { store },
  });
  await eventsOf(run, ports);
  const answerSets = createMemoryAnswerSets();
  await answerSets.putAnswers(SET, ANSWERS);
  return { ...emptyDevice({ 'draft.repair.CWE-022/a': 'def f(): ...' }), store, answerSets };
}

async function textsOf(device: Device): Promise<string[]> {
  const texts: string[] = [];
  const source = { ...device, siteVersion: '1.2.3', now: () => 1000 };
  for await (const line of backupLines(source)) texts.push(line);
  return texts;
}

async function* each(texts: readonly string[]): AsyncGenerator<string> {
  for (const text of texts) yield text;
}

/** What restoring the lines of one device on another would do. */
async function mergeOf(texts: readonly string[], here: Device) {
  const reading = await readBackup(each(texts));
  if (!reading.ok) throw new Error(reading.problem);
  return { ...reading, merge: await planMerge(reading.contents, here) };
}

test('everything of a device is there again on an empty one', async () => {
  const device = await usedDevice();
  const here = emptyDevice();
  const { merge, complete } = await mergeOf(await textsOf(device), here);
  await applyMerge(merge, here);
  expect(complete).toBe(true);
  expect(await here.store.listRuns()).toEqual(await device.store.listRuns());
  expect(await here.store.listAttempts('run-1')).toEqual(await device.store.listAttempts('run-1'));
  expect(await here.answerSets.getAnswers('set-1')).toEqual(ANSWERS);
  expect(merge.newSettings).toEqual(device.settings);
});

test('restoring what is here changes nothing', async () => {
  const device = await usedDevice();
  const { merge } = await mergeOf(await textsOf(device), device);
  expect(isEmptyMerge(merge)).toBe(true);
  expect(merge.sameRuns).toBe(1);
});

test('a run that got further elsewhere gets the attempts that it lacks, and keeps its own', async () => {
  const device = await usedDevice();
  const attempts = await device.store.listAttempts('run-1');
  const [own] = attempts;
  const run = await device.store.getRun('run-1');
  if (own === undefined || run === null) throw new Error('no run');
  const here = emptyDevice();
  const mine = { ...own, completion: { ...own.completion, text: 'mine' } };
  await here.store.addRun({ ...run, done: 1, state: 'open' }, [mine]);

  const { merge } = await mergeOf(await textsOf(device), here);
  expect(merge.newRuns).toEqual([]);
  expect(merge.newAttempts[0]?.attempts).toHaveLength(3);
  await applyMerge(merge, here);
  expect(await here.store.getRun('run-1')).toMatchObject({ done: 4, state: 'finished' });
  expect((await here.store.listAttempts('run-1'))[0]).toEqual(mine);
});

test('another run with the same id stands beside the one here', async () => {
  const device = await usedDevice();
  const here = emptyDevice();
  const run = await device.store.getRun('run-1');
  if (run === null) throw new Error('no run');
  const other = { ...run, plan: { ...run.plan, seed: 99 } };
  await here.store.addRun(other, []);
  const { merge } = await mergeOf(await textsOf(device), here);
  await applyMerge(merge, here);
  expect(await here.store.getRun('run-1')).toEqual(other);
  expect(await here.store.listAttempts('new-id')).toHaveLength(4);
});

test('a draft that is here with another text is no new one: the visitor decides', async () => {
  const device = await usedDevice();
  const here = emptyDevice({ 'draft.repair.CWE-022/a': 'def g(): ...' });
  const { merge } = await mergeOf(await textsOf(device), here);
  expect(merge.newSettings.size).toBe(0);
  expect(merge.otherSettings.get('draft.repair.CWE-022/a')).toBe('def f(): ...');
});

test('a file that is cut off gives what is whole, and says so', async () => {
  const texts = await textsOf(await usedDevice());
  const { contents, complete, damaged } = await mergeOf(
    [...texts.slice(0, 2), '{"kind":"answers","ans'],
    emptyDevice(),
  );
  expect(contents.runs).toHaveLength(1);
  expect([complete, damaged]).toEqual([false, 1]);
});

test('a run that was tampered with is left out, the rest is read', async () => {
  const texts = await textsOf(await usedDevice());
  const spoilt = texts.map((text) => text.replace('"task":"generation"', '"task":"theft"'));
  const { contents, damaged } = await mergeOf(spoilt, emptyDevice());
  expect(contents.runs).toEqual([]);
  expect(contents.answerSets).toHaveLength(1);
  expect(damaged).toBe(1);
});

test.each([
  ['an empty file', []],
  ['another file', ['{"hello": 1}']],
  ['no JSON', ['PK\u0003\u0004']],
])('%s is refused', async (_name, lines) => {
  expect((await readBackup(each(lines))).ok).toBe(false);
});

test('a backup of a newer version is refused with what to do', async () => {
  const [head = ''] = await textsOf(emptyDevice());
  const newer = head.replace('"version":1', '"version":2');
  expect(await readBackup(each([newer]))).toMatchObject({
    ok: false,
    problem: expect.stringContaining('newer version') as string,
  });
});

test('lines go through gzip and come back, and a cut file gives its whole lines first', async () => {
  const texts = await textsOf(await usedDevice());
  const file = await gzipLines(each(texts));
  expect(await isGzip(file)).toBe(true);
  const back: string[] = [];
  for await (const line of linesOf(file, true)) back.push(line);
  expect(back).toEqual(texts.map((text) => text.trimEnd()));

  const cut: string[] = [];
  for await (const line of linesOf(file.slice(0, file.size - 40), true)) cut.push(line);
  expect(cut[0]).toBe(texts[0]?.trimEnd());
});
