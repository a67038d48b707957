import { createRun } from '../run/create-run.ts';
import type { Run, RunId, RunPlan } from '../run/run.ts';
import { LiveRun, type LiveRunDeps } from './live-run.svelte.ts';

/** The runs on this device, and those that are open on the page. */
export class RunsState {
  readonly #deps: LiveRunDeps;
  /** A run that goes on must outlive the screen that shows it. */
  readonly #open = new Map<RunId, LiveRun>();
  #list = $state.raw<readonly Run[] | null>(null);

  constructor(deps: LiveRunDeps) {
    this.#deps = deps;
  }

  /** Newest first; null until it was read. */
  get list(): readonly Run[] | null {
    return this.#list;
  }

  async refresh(): Promise<void> {
    this.#list = await this.#deps.adapters.store.listRuns();
  }

  /** Reads again what was stored by others than the runs themselves. */
  async reload(): Promise<void> {
    await Promise.all([...this.#open.values()].map((live) => live.refresh()));
    await this.refresh();
  }

  /** Makes a run and stores it, with nothing done yet. */
  async create(plan: RunPlan): Promise<LiveRun> {
    const { adapters } = this.#deps;
    const run = createRun(plan, adapters);
    await adapters.store.putRun(run);
    const live = new LiveRun(run, [], this.#deps);
    this.#open.set(run.id, live);
    return live;
  }

  /** The run with this id, or null when it isn't on this device. */
  async open(id: RunId): Promise<LiveRun | null> {
    const known = this.#open.get(id);
    if (known !== undefined) return known;
    const { store } = this.#deps.adapters;
    const run = await store.getRun(id);
    if (run === null) return null;
    const live = new LiveRun(run, await store.listSummaries(id), this.#deps);
    // Two screens may have asked at once; both must get the one that can be running.
    const first = this.#open.get(id) ?? live;
    this.#open.set(id, first);
    this.#forgetResting(first);
    return first;
  }

  async delete(id: RunId): Promise<void> {
    const live = this.#open.get(id);
    await live?.stop();
    this.#open.delete(id);
    await this.#deps.adapters.store.deleteRun(id);
    await this.refresh();
  }

  /** Attempts with their texts are large; only what goes on or is looked at stays in memory. */
  #forgetResting(keep: LiveRun): void {
    for (const [id, live] of this.#open) if (live !== keep && !live.busy) this.#open.delete(id);
  }
}
