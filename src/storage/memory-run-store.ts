import { summaryOf } from '../run/attempt-summary.ts';
import type { RunStore } from '../run/ports.ts';
import { StorageError } from '../run/ports.ts';
import type { Attempt, Run, RunId } from '../run/run.ts';
import { attemptKey } from '../run/slots.ts';
import { byRunAndIndex, compareTexts } from './order.ts';
import { progressed } from './progressed.ts';

/** A run store that lasts as long as the page: for browsers that give the page no database. */
export function createMemoryRunStore(): RunStore {
  const runs = new Map<RunId, Run>();
  const attempts = new Map<RunId, Map<string, Attempt>>();
  const keyOf = ({ sampleId, index }: Attempt) => attemptKey(sampleId, index);

  const inOrder = (id: RunId): readonly Attempt[] =>
    [...(attempts.get(id)?.values() ?? [])].sort(
      (a, b) => compareTexts(a.sampleId, b.sampleId) || a.index - b.index,
    );

  return {
    async putRun(run) {
      runs.set(run.id, run);
    },
    async getRun(id) {
      return runs.get(id) ?? null;
    },
    async listRuns() {
      return [...runs.values()].sort((a, b) => b.createdAt - a.createdAt);
    },
    async deleteRun(id) {
      runs.delete(id);
      attempts.delete(id);
    },
    async putAttempt(attempt) {
      const run = runs.get(attempt.runId);
      if (run === undefined) {
        throw new StorageError(
          'run-missing',
          'The run was deleted while it was running, so its result was not saved.',
        );
      }
      const ofRun = attempts.get(run.id) ?? new Map<string, Attempt>();
      if (!ofRun.has(keyOf(attempt))) runs.set(run.id, progressed(run, attempt.finishedAt));
      attempts.set(run.id, ofRun.set(keyOf(attempt), attempt));
    },
    async getAttempt(id, sampleId, index) {
      return attempts.get(id)?.get(attemptKey(sampleId, index)) ?? null;
    },
    async listAttempts(id) {
      return inOrder(id);
    },
    async *attemptPages(id) {
      yield inOrder(id);
    },
    async listSummaries(id) {
      return inOrder(id).map(summaryOf);
    },
    async listVerdicts(sampleId) {
      return [...attempts.values()]
        .flatMap((ofRun) => [...ofRun.values()])
        .filter((attempt) => attempt.sampleId === sampleId)
        .map(({ runId, index, verdict }) => ({ runId, index, verdict }))
        .sort(byRunAndIndex);
    },
    async addRun(run, ofRun) {
      if (runs.has(run.id)) throw new StorageError('run-exists', 'This run is here already.');
      runs.set(run.id, run);
      attempts.set(run.id, new Map(ofRun.map((attempt) => [keyOf(attempt), attempt])));
    },
  };
}
