import { ProviderError } from '../../run/ports.ts';
import type { ServerError } from './server-error.ts';

/** Where a refusal came from, for its sentence. */
export interface Refused {
  /** HTTP status; 200 for an error that came within a stream. */
  readonly status: number;
  readonly said: ServerError;
  /** Title of the preset, or the host for the free form. */
  readonly server: string;
  /** The whole address asked. */
  readonly url: string;
  readonly hasKey: boolean;
  readonly retryAfterMs?: number | undefined;
}

const CONTEXT =
  /context[ _](?:length|size|window)|maximum context|too many tokens|exceeds? the (?:available )?context/i;

/** A refusal in HTTP as an error that the page can explain. `network` and `rate-limit` are worth another try. */
export function explainRefusal(refused: Refused): ProviderError {
  const { said, server, url, hasKey, retryAfterMs } = refused;
  const status = statusOf(refused);
  const quote = said.message === '' ? '' : ` It says: “${said.message}”`;
  const problem = (code: ProviderError['code'], text: string) =>
    new ProviderError(code, text + quote, {
      cause: said,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    });

  if (said.code === 'context_length_exceeded' || status === 413 || CONTEXT.test(said.message)) {
    return problem(
      'context',
      'The prompt is longer than this model can read. Choose another model or give the server a longer context.',
    );
  }
  if (said.code === 'insufficient_quota' || status === 402) {
    return problem(
      'credit',
      `${server} has no credit left for this key (status ${status}). Add credit there, then resume the run.`,
    );
  }
  if (status === 401 || status === 403) {
    return problem(
      'auth',
      hasKey
        ? `${server} refuses the key (status ${status}). Check it under New run → Model, and whether it may use this model.`
        : `${server} wants a key (status ${status}). Type it under New run → Model.`,
    );
  }
  if (status === 429) {
    const wait = retryAfterMs === undefined ? '' : ` It asks to wait ${inWords(retryAfterMs)}.`;
    return problem(
      'rate-limit',
      `${server} gets too many requests (status 429).${wait} Ask for fewer at once, or resume the run later.`,
    );
  }
  if (status === 408 || status === 425 || status >= 500) {
    return problem(
      'network',
      `${server} has trouble (status ${status}). Look at its log; resume the run when it works again.`,
    );
  }
  if (status === 404 || status === 405) {
    const hint = /\/v\d+\//.test(url) ? '' : ' Most addresses end in /v1.';
    return problem(
      'unsupported',
      `${server} has no such model, or nothing at ${url} (status ${status}).${hint} Check the address and choose a model from the list.`,
    );
  }
  return problem('unknown', `${server} refuses the request (status ${status}).`);
}

/** Said when a web page came where data was due. */
export function notAnApi(server: string, url: string): ProviderError {
  const hint = /\/v\d+(?:\/|$)/.test(url) ? '' : ' Most addresses end in /v1.';
  return new ProviderError(
    'bad-file',
    `${server} answers at ${url}, but not as an OpenAI-compatible server does.${hint} Check the address.`,
  );
}

/** An error within a stream has the status, if any, as its code. */
function statusOf({ status, said }: Refused): number {
  if (status !== 200) return status;
  const code = Number(said.code);
  return code >= 400 && code < 600 ? code : 500;
}

function inWords(ms: number): string {
  return ms < 90_000 ? `${Math.ceil(ms / 1000)} s` : `${Math.ceil(ms / 60_000)} min`;
}
