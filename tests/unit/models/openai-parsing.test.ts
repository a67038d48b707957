import { expect, test } from 'vitest';
import { addressSpace, parseBaseUrl } from '../../../src/models/openai-compatible/base-url.ts';
import { explainRefusal } from '../../../src/models/openai-compatible/explain-refusal.ts';
import { RequestFields } from '../../../src/models/openai-compatible/request-fields.ts';
import { retryAfterMs } from '../../../src/models/openai-compatible/retry-after.ts';
import { parseServerError } from '../../../src/models/openai-compatible/server-error.ts';

const waitOf = (headers: Record<string, string>, message = '') =>
  retryAfterMs(new Headers(headers), message, Date.UTC(2026, 0, 1));

test.each([
  [{ 'retry-after': '20' }, '', 20_000],
  [{ 'retry-after': 'Thu, 01 Jan 2026 00:00:30 GMT' }, '', 30_000],
  [{ 'retry-after': 'Wed, 31 Dec 2025 23:59:00 GMT' }, '', 0],
  [{ 'retry-after-ms': '1500', 'retry-after': '2' }, '', 1500],
  [{}, 'Rate limit reached. Please try again in 6.5s.', 6500],
  [{}, 'Please try again in 1m2s.', 62_000],
  [{}, 'Please try again in 120ms.', 120],
  [{}, 'Too many requests', undefined],
  [{ 'retry-after': 'soon' }, '', undefined],
])('the wait of %j and “%s” is %s ms', (headers, message, ms) => {
  expect(waitOf(headers, message)).toBe(ms);
});

test.each([
  ['localhost', 'loopback'],
  ['127.0.0.1', 'loopback'],
  ['[::1]', 'loopback'],
  ['192.168.1.20', 'local'],
  ['172.31.0.1', 'local'],
  ['172.32.0.1', 'public'],
  ['[fd00::1]', 'local'],
  ['gpu-box.local', 'local'],
  ['10.example.com', 'public'],
  ['api.openai.com', 'public'],
] as const)('%s is %s', (hostname, space) => {
  expect(addressSpace(hostname)).toBe(space);
});

test.each([
  ['http://localhost:8080/v1/', 'http://localhost:8080/v1'],
  [' https://models.example/v1/chat/completions ', 'https://models.example/v1'],
  ['https://models.example', 'https://models.example'],
])('the base of “%s” is %s', (typed, base) => {
  expect(parseBaseUrl(typed)).toMatchObject({ ok: true, base });
});

test.each([
  ['{"error":{"message":"No","code":"x"}}', 'No'],
  ['{"error":"No"}', 'No'],
  ['{"detail":"No"}', 'No'],
  ['{"object":"error","message":"No"}', 'No'],
  ['No', 'No'],
  ['<!DOCTYPE html><p>No', ''],
])('the message of %s is “%s”', (body, message) => {
  expect(parseServerError(body, '').message).toBe(message);
});

test('a long message is cut to one line', () => {
  const { message } = parseServerError('a\n'.repeat(400), '');
  expect(message).toHaveLength(300);
  expect(message).not.toContain('\n');
});

const codeOf = (status: number, body: unknown = {}) =>
  explainRefusal({
    status,
    said: parseServerError(JSON.stringify(body), ''),
    server: 'vLLM',
    url: 'http://localhost:8000/v1/chat/completions',
    hasKey: true,
  }).code;

test.each([
  [401, {}, 'auth'],
  [402, {}, 'credit'],
  [404, {}, 'unsupported'],
  [429, {}, 'rate-limit'],
  [429, { error: { code: 'insufficient_quota' } }, 'credit'],
  [500, {}, 'network'],
  [503, {}, 'network'],
  [400, {}, 'unknown'],
  [400, { error: { code: 'context_length_exceeded' } }, 'context'],
  [400, { error: { message: "This model's maximum context length is 2048 tokens." } }, 'context'],
  [200, { error: { code: 429, message: 'Slow down' } }, 'rate-limit'],
])('status %i with %j is “%s”', (status, body, code) => {
  expect(codeOf(status, body)).toBe(code);
});

test('the model "seed-coder" doesn’t cost the seed alone', () => {
  const fields = new RequestFields();
  const said = parseServerError('{"error":"seed-coder refuses stream_options"}', '');
  expect(fields.without(said)?.honours.seed).toBe(true);
});
