import type { Dataset } from '../../../src/core/dataset/sample.ts';
import { createReferenceProvider } from '../../../src/models/reference/index.ts';
import type { RunPorts } from '../../../src/run/run-benchmark.ts';
import { createRun } from '../../../src/run/create-run.ts';
import { runBenchmark } from '../../../src/run/run-benchmark.ts';
import type { Session } from '../../../src/run/ports.ts';
import type { RunEvent } from '../../../src/run/run-event.ts';
import type { Run, RunPlan } from '../../../src/run/run.ts';
import { fakePlan } from '../../fakes/fake-dataset.ts';
import { fakeRunStore } from '../../fakes/fake-run-store.ts';
import { fakeSandbox } from '../../fakes/fake-sandbox.ts';
import { fakeSelfChecks } from '../../fakes/fake-self-checks.ts';

/** A session of the reference provider that doesn't wait. */
export async function referenceSession(dataset: Dataset, modelId = 'mix'): Promise<Session> {
  const provider = createReferenceProvider({
    lookup: (id) => dataset.samples.find((sample) => sample.id === id) ?? null,
    sleep: async (_ms, signal) => signal.throwIfAborted(),
  });
  return provider.load(modelId, {
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
}

/** A stored run over the data set, and what it needs, all fakes except for the reference provider. */
export async function prepare(
  dataset: Dataset,
  changes: { readonly plan?: Partial<RunPlan>; readonly ports?: Partial<RunPorts> } = {},
): Promise<{ run: Run; ports: RunPorts }> {
  let clock = 0;
  const now = () => (clock += 1);
  const store = changes.ports?.store ?? fakeRunStore();
  const run = createRun(fakePlan(dataset, changes.plan), {
    newId: () => 'run-1',
    now,
    siteVersion: '1.2.3',
  });
  await store.putRun(run);
  const session = changes.ports?.session ?? (await referenceSession(dataset));
  const sandbox = fakeSandbox();
  const ports = {
    dataset,
    session,
    sandbox,
    checks: fakeSelfChecks(),
    now,
    ...changes.ports,
    store,
  };
  return { run, ports };
}

/** All events of a run to its end. */
export async function eventsOf(
  run: Run,
  ports: RunPorts,
  signal = new AbortController().signal,
): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  for await (const event of runBenchmark(run, ports, signal)) events.push(event);
  return events;
}
