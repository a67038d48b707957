import * as v from 'valibot';
import { ProviderError } from '../../run/ports.ts';
import type { Client } from './client.ts';

const schema = v.looseObject({ version: v.pipe(v.string(), v.maxLength(40)) });

/** The version that a server tells of itself; null where it tells none. Only an abort is thrown. */
export async function serverVersion(client: Client, signal: AbortSignal): Promise<string | null> {
  const path = client.preset.versionPath;
  if (path === undefined) return null;
  try {
    const response = await client.send(client.urlOf(path, true), { signal });
    if (!response.ok) return null;
    const parsed = v.safeParse(schema, await response.json());
    return parsed.success ? parsed.output.version : null;
  } catch (error) {
    signal.throwIfAborted();
    // Not every server of this kind has it, and a run needs no version.
    if (error instanceof ProviderError || error instanceof Error) return null;
    throw error;
  }
}
