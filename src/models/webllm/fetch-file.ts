import { ProviderError } from '../../run/ports.ts';
import { quotaExceeded } from './explain.ts';
import type { ModelFile } from './model-cache.ts';

export interface FetchDeps {
  readonly fetch: typeof fetch;
  readonly caches: CacheStorage;
  readonly signal: AbortSignal;
}

/** A small file that was checked. */
export interface CheckedFile<T> {
  readonly content: T;
  readonly bytes: ArrayBuffer;
  /** Whether it came from the cache: it may then be of another time, or of another page. */
  readonly kept: boolean;
}

/**
 * A small file, from the cache or the network, read by `check`, which gives null for a file that is not
 * what it should be. Such a file is never kept, and one that was kept before is fetched again.
 */
export async function fetchChecked<T>(
  file: ModelFile,
  check: (bytes: ArrayBuffer) => T | null,
  deps: FetchDeps,
): Promise<CheckedFile<T>> {
  return explained(deps.signal, async () => {
    const cache = await deps.caches.open(file.scope);
    const kept = await cache.match(file.url);
    if (kept !== undefined) {
      const bytes = await kept.arrayBuffer();
      const content = check(bytes);
      if (content !== null) return { content, bytes, kept: true };
      await cache.delete(file.url);
    }
    const bytes = await (await request(file.from, deps)).arrayBuffer();
    const content = check(bytes);
    if (content === null) throw badFile(file.url);
    await cache.put(file.url, new Response(bytes));
    return { content, bytes, kept: false };
  });
}

/**
 * A file of weights, streamed into the cache without holding it in memory.
 * @param weights `bytes`: the length that the file must have; a shorter or longer one is not kept.
 *   `onBytes` is called with the bytes that arrived since the last call.
 */
export async function fetchWeights(
  file: ModelFile,
  weights: { readonly bytes: number; onBytes(bytes: number): void },
  deps: FetchDeps,
): Promise<void> {
  await explained(deps.signal, async () => {
    const cache = await deps.caches.open(file.scope);
    const kept = await cache.match(file.url);
    if (kept !== undefined) {
      if ((await lengthOf(kept)) === weights.bytes) {
        weights.onBytes(weights.bytes);
        return;
      }
      // A page that a server sent instead, kept by an older version or another page of this origin.
      await cache.delete(file.url);
    }
    const { body } = await request(file.from, deps);
    if (body === null) throw badFile(file.url);
    let arrived = 0;
    const counted = body.pipeThrough(
      new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        transform(chunk, controller) {
          arrived += chunk.byteLength;
          weights.onBytes(chunk.byteLength);
          controller.enqueue(chunk);
        },
        flush(controller) {
          if (arrived !== weights.bytes) controller.error(new Error('wrong length'));
        },
      }),
    );
    try {
      // Its length stands in a header, so that listing what is kept needn't read it back.
      const headers = { 'content-length': String(weights.bytes) };
      await cache.put(file.url, new Response(counted, { headers }));
    } catch (error) {
      if (arrived > weights.bytes) throw badFile(file.url);
      throw error;
    }
  });
}

/** Read back only where no header tells it: weights are large. */
async function lengthOf(kept: Response): Promise<number> {
  const encoded = kept.headers.has('content-encoding');
  const said = encoded ? null : kept.headers.get('content-length');
  return said === null ? (await kept.blob()).size : Number(said);
}

async function request(url: string, { fetch, signal }: FetchDeps): Promise<Response> {
  // Not into the HTTP cache as well: the weights would take their room twice.
  const response = await fetch(url, {
    signal,
    cache: 'no-store',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  });
  if (!response.ok) throw refused(url, response.status);
  // Some servers answer a page instead of a 404.
  if (response.headers.get('content-type')?.startsWith('text/html') === true) throw badFile(url);
  return response;
}

async function explained<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (signal.aborted) throw new ProviderError('aborted', 'Loading was cancelled.');
    if (error instanceof ProviderError) throw error;
    if (error instanceof DOMException && error.name === 'QuotaExceededError') {
      throw quotaExceeded(error);
    }
    throw new ProviderError(
      'network',
      'The connection to the server of the model broke. What arrived is kept; check the connection and load it again to go on.',
      { cause: error },
    );
  }
}

function badFile(url: string): ProviderError {
  return new ProviderError(
    'bad-file',
    `The server sent something else instead of a file of the model (${nameOf(url)}). Nothing of it was kept. Try again later or choose another model.`,
  );
}

function refused(url: string, status: number): ProviderError {
  const file = nameOf(url);
  if (status === 401 || status === 403) {
    return new ProviderError(
      'auth',
      `The server refuses to hand out the model (${file}, status ${status}). Choose another model.`,
    );
  }
  if (status === 429) {
    return new ProviderError(
      'rate-limit',
      'The server of the model asks for patience (status 429). Load it again in a few minutes; what arrived is kept.',
    );
  }
  if (status >= 500) {
    return new ProviderError(
      'network',
      `The server of the model has trouble (status ${status}). Load it again later; what arrived is kept.`,
    );
  }
  return new ProviderError(
    'bad-file',
    `The server has no such model (${file}, status ${status}). Choose another model.`,
  );
}

function nameOf(url: string): string {
  return new URL(url).pathname.split('/').at(-1) ?? url;
}
