import * as v from 'valibot';

/** What a server said about a request that it refused, as far as it could be read. */
export interface ServerError {
  /** One line, at most 300 characters; empty where nothing readable came. */
  readonly message: string;
  readonly code: string;
  /** The field of the request that is to blame. */
  readonly param: string;
  readonly isHtml: boolean;
}

const text = v.fallback(v.pipe(v.union([v.string(), v.number()]), v.transform(String)), '');
const fields = v.looseObject({
  message: v.optional(text, ''),
  code: v.optional(text, ''),
  param: v.optional(text, ''),
});

/** The forms in use: OpenAI's `{error: {…}}`, a bare text in `error` (Ollama), `detail` (FastAPI), or flat (vLLM). */
const schema = v.union([
  v.pipe(
    v.looseObject({ error: fields }),
    v.transform(({ error }) => error),
  ),
  v.pipe(
    v.looseObject({ error: v.string() }),
    v.transform(({ error }) => ({ message: error, code: '', param: '' })),
  ),
  v.pipe(
    v.looseObject({ detail: v.unknown() }),
    v.transform(({ detail }) => ({
      message: typeof detail === 'string' ? detail : JSON.stringify(detail),
      code: '',
      param: '',
    })),
  ),
  fields,
]);

/** @param secret is never repeated, also where the server repeats it. */
export function parseServerError(body: string, secret: string): ServerError {
  const isHtml = /^\s*<(?:!doctype|html)/i.test(body);
  const parsed = v.safeParse(schema, jsonOrNull(body));
  const { message, code, param } = parsed.success
    ? parsed.output
    : { message: isHtml ? '' : body, code: '', param: '' };
  const shown = secret === '' ? message : message.replaceAll(secret, '…');
  return { message: oneLine(shown), code, param, isHtml };
}

/** The error in a piece of a stream or in a body with status 200; null where there is none. */
export function errorWithin(value: unknown, secret: string): ServerError | null {
  const has = typeof value === 'object' && value !== null && 'error' in value && value.error;
  return has ? parseServerError(JSON.stringify(value), secret) : null;
}

/** The value of a JSON text, or null for any other text. */
export function jsonOrNull(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function oneLine(message: string): string {
  const line = message.replace(/\s+/g, ' ').trim();
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}
