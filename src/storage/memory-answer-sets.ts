import type { ImportedCompletion } from '../core/exchange/answer.ts';
import type { AnswerSet, AnswerSetId, AnswerSetStore } from '../run/ports.ts';

/** Answers that last as long as the page: for browsers that give the page no database. */
export function createMemoryAnswerSets(): AnswerSetStore {
  const sets = new Map<AnswerSetId, { set: AnswerSet; answers: readonly ImportedCompletion[] }>();
  return {
    async putAnswers(set, answers) {
      sets.set(set.id, { set, answers });
    },
    async listAnswerSets() {
      return [...sets.values()].map(({ set }) => set).sort((a, b) => b.createdAt - a.createdAt);
    },
    async getAnswers(id) {
      return sets.get(id)?.answers ?? null;
    },
    async deleteAnswers(id) {
      sets.delete(id);
    },
  };
}
