import type { Progress, Provider, Session } from '../run/ports.ts';
import { ProviderError } from '../run/ports.ts';
import type { RunPlan } from '../run/run.ts';
import type { Adapters } from './adapters.ts';
import { ModelUse } from './kept.svelte.ts';
import type { Question } from './question.svelte.ts';

/** A download of so many bytes is worth a question on a line that costs. */
const LARGE_DOWNLOAD = 20e6;

export interface LoadOptions {
  readonly adapters: Pick<Adapters, 'providers' | 'settings' | 'isMetered' | 'now'>;
  readonly question: Question;
  readonly signal: AbortSignal;
  onProgress(progress: Progress): void;
}

/**
 * Loads the model of a run. Asks before a large download on a metered line, and for room where the browser has
 * none for the model's files; then it goes on where it stood.
 * @returns null where the visitor doesn't want the download now
 * @throws {ProviderError}
 */
export async function loadSession(
  { provider: providerId, id: modelId, title }: RunPlan['model'],
  options: LoadOptions,
): Promise<Session | null> {
  const { adapters, question, signal, onProgress } = options;
  const provider = adapters.providers.find(({ id }) => id === providerId);
  if (provider === undefined) {
    throw new ProviderError(
      'unsupported',
      `“${title}” comes from “${providerId}”, which this page does not know. The results so far can still be read.`,
    );
  }
  if (!(await mayDownload(provider, modelId, options))) return null;
  for (;;) {
    try {
      const session = await provider.load(modelId, { signal, onProgress });
      new ModelUse(adapters.settings).note(providerId, modelId, adapters.now());
      return session;
    } catch (error) {
      if (!(error instanceof ProviderError) || error.code !== 'quota') throw error;
      if (!(await question.ask({ kind: 'room', message: error.message }, signal))) throw error;
    }
  }
}

async function mayDownload(
  provider: Provider,
  modelId: string,
  { adapters, question, signal }: LoadOptions,
): Promise<boolean> {
  if (!adapters.isMetered() || provider.missingBytes === undefined) return true;
  const bytes = await provider.missingBytes(modelId);
  // A size that nobody knows may be large.
  if (bytes !== null && bytes < LARGE_DOWNLOAD) return true;
  return question.ask({ kind: 'download', bytes }, signal);
}
