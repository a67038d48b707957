import type { ErrorCode, GenerationRequest, Session } from './ports.ts';
import { ProviderError } from './ports.ts';
import type { Completion } from './run.ts';
import type { Sleep } from './sleep.ts';

export type GenerationResult =
  | { readonly kind: 'completion'; readonly completion: Completion }
  /** The provider ended the answer although nobody asked it to: the visitor passed the sample over. */
  | { readonly kind: 'skipped' }
  | { readonly kind: 'aborted' }
  | {
      readonly kind: 'failed';
      readonly code: ErrorCode;
      readonly message: string;
      readonly retryAfterMs?: number;
    };

export interface GenerationHooks {
  /** Milliseconds since some fixed time. */
  now(): number;
  readonly sleep: Sleep;
  onText(delta: string): void;
  onRetry(failure: { code: ErrorCode; message: string; waitMs: number }): void;
}

/**
 * Waits before the second try and the following ones, in milliseconds, for what may pass by itself. The rest
 * fails again at once, or needs the visitor. Limits are counted by the minute, so they get more patience.
 */
const RETRY_WAITS: Partial<Record<ErrorCode, readonly number[]>> = {
  network: [1000, 4000, 16_000],
  'rate-limit': [1000, 4000, 16_000, 30_000, 60_000, 60_000],
};

/** A server that asks for a longer wait than this, in milliseconds, ends the run; it can be resumed later. */
export const LONGEST_WAIT_MS = 120_000;

/** One completion, with bounded retries. Never rejects for what the provider does. */
export async function generateCompletion(
  session: Session,
  request: GenerationRequest,
  hooks: GenerationHooks,
): Promise<GenerationResult> {
  for (let tries = 0; ; tries += 1) {
    const result = await tryOnce(session, request, hooks);
    if (result.kind !== 'failed') return result;
    const waitMs = waitBefore(tries, result);
    if (waitMs === null) return result;
    hooks.onRetry({ code: result.code, message: result.message, waitMs });
    try {
      await hooks.sleep(waitMs, request.signal);
    } catch (error) {
      if (request.signal.aborted) return { kind: 'aborted' };
      throw error;
    }
  }
}

/** Milliseconds to wait after so many tries failed before this one; null where it is given up. */
function waitBefore(
  tries: number,
  { code, retryAfterMs = 0 }: Extract<GenerationResult, { kind: 'failed' }>,
): number | null {
  const ours = RETRY_WAITS[code]?.[tries];
  if (ours === undefined || retryAfterMs > LONGEST_WAIT_MS) return null;
  return Math.max(ours, retryAfterMs);
}

async function tryOnce(
  session: Session,
  request: GenerationRequest,
  hooks: GenerationHooks,
): Promise<GenerationResult> {
  if (request.signal.aborted) return { kind: 'aborted' };
  const start = hooks.now();
  let text = '';
  try {
    for await (const event of session.generate(request)) {
      if (event.type === 'text') {
        text += event.delta;
        hooks.onText(event.delta);
        continue;
      }
      if (event.finish === 'aborted') {
        return { kind: request.signal.aborted ? 'aborted' : 'skipped' };
      }
      const { finish, usage, replayed } = event;
      const ms = hooks.now() - start;
      return {
        kind: 'completion',
        completion: {
          text,
          finish,
          ms,
          ...(usage === undefined ? {} : { usage }),
          ...(replayed === undefined ? {} : { replayed }),
        },
      };
    }
  } catch (error) {
    if (request.signal.aborted) return { kind: 'aborted' };
    if (error instanceof ProviderError) {
      const { code, message, retryAfterMs } = error;
      return {
        kind: 'failed',
        code,
        message,
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      };
    }
    return {
      kind: 'failed',
      code: 'unknown',
      message: `The model stopped with an error: ${messageOf(error)}. Resume the run to try again.`,
    };
  }
  if (request.signal.aborted) return { kind: 'aborted' };
  return {
    kind: 'failed',
    code: 'unknown',
    message: 'The model’s answer broke off. Resume the run to try again.',
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
