import type { GenerationRequest, Session } from './ports.ts';
import { sha256 } from './sha256.ts';

/**
 * The key of a completion in the cache: SHA-256, in hex, over everything that it depends on. Null where the
 * session can't say which model it is, or where there is no SHA-256.
 */
export async function completionKey(
  session: Session,
  request: GenerationRequest,
  round: number,
): Promise<string | null> {
  if (session.fingerprint === undefined) return null;
  const { messages, temperature, maxTokens, seed, subject } = request;
  const parts = [session.fingerprint, messages, temperature, maxTokens, seed, subject, round];
  return sha256(JSON.stringify(parts));
}
