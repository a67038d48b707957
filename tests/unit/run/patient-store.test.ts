import { expect, test } from 'vitest';
import { patientStore } from '../../../src/run/patient-store.ts';
import { StorageError } from '../../../src/run/ports.ts';
import { fakeDataset } from '../../fakes/fake-dataset.ts';
import { fakeRunStore } from '../../fakes/fake-run-store.ts';
import { eventsOf, prepare } from './harness.ts';

const DATASET = fakeDataset(['CWE-022/a', 'CWE-078/b', 'CWE-089/c']);

/** A store that is full until `free` is called. */
function fullStore() {
  let full = true;
  const store = fakeRunStore(() => (full ? new StorageError('quota', 'Full.') : null));
  return { store, free: () => void (full = false) };
}

test('a full disk is waited out: the run goes on with nothing lost', async () => {
  const { store, free } = fullStore();
  let asked = 0;
  const patient = patientStore(store, async () => {
    asked += 1;
    if (asked === 2) free();
    return true;
  });
  const plan = { attemptsPerSample: 1 };
  const { run, ports } = await prepare(DATASET, { plan, ports: { store: patient } });
  const events = await eventsOf(run, ports);
  expect(events.at(-1)).toEqual({ type: 'finished' });
  expect(store.puts.map(({ sampleId }) => sampleId).sort()).toEqual(
    DATASET.samples.map(({ id }) => id),
  );
});

test('results that find it full at the same time are one question', async () => {
  const { store, free } = fullStore();
  let asked = 0;
  const patient = patientStore(store, async () => {
    asked += 1;
    await new Promise((resolve) => setTimeout(resolve, 5));
    free();
    return true;
  });
  const { run, ports } = await prepare(DATASET, { ports: { store: patient } });
  await eventsOf(run, ports);
  expect(asked).toBe(1);
});

test('who doesn’t make room stops the run', async () => {
  const { store } = fullStore();
  const patient = patientStore(store, async () => false);
  const { run, ports } = await prepare(DATASET, { ports: { store: patient } });
  const events = await eventsOf(run, ports);
  expect(events.at(-1)).toEqual({ type: 'storage-failed', message: 'Full.' });
});

test('another failure of the store is no question of room', async () => {
  const store = fakeRunStore(() => new StorageError('closed', 'Gone.'));
  const patient = patientStore(store, () => Promise.reject(new Error('must not be asked')));
  const { run, ports } = await prepare(DATASET, { ports: { store: patient } });
  const events = await eventsOf(run, ports);
  expect(events.at(-1)).toEqual({ type: 'storage-failed', message: 'Gone.' });
});
