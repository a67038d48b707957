import { expect, test } from 'vitest';
import { requireSupport } from '../../../src/sandbox/host/requirements.ts';

const CURRENT = {
  WebAssembly: { compile: () => undefined },
  Worker: () => undefined,
  MessageChannel: () => undefined,
  DecompressionStream: () => undefined,
  AbortSignal: { any: () => undefined },
};

test('a current browser is supported', () => {
  expect(() => requireSupport(CURRENT as never)).not.toThrow();
});

test('an old one is told what it lacks and what would do', () => {
  const { DecompressionStream: _, ...old } = CURRENT;
  expect(() => requireSupport({ ...old, AbortSignal: {} } as never)).toThrow(
    'This browser can’t run Python here: it has no DecompressionStream, AbortSignal.any. ' +
      'A Chrome, Edge, Firefox or Safari from March 2024 or later has all it needs.',
  );
});
