import { expect, test } from 'vitest';
import { requireSupport } from '../../../src/sandbox/host/requirements.ts';

const CURRENT = {
  WebAssembly: { compile: () => undefined },
  Worker: class {},
  MessageChannel: class {},
  DecompressionStream: class {},
  AbortSignal: { any: () => undefined },
};

test('a current browser is supported', () => {
  expect(() => requireSupport(CURRENT as never)).not.toThrow();
});

test('an old one is told what it lacks and what would do', () => {
  const { DecompressionStream: _, ...old } = CURRENT;
  expect(() => requireSupport({ ...old, AbortSignal: {} } as never)).toThrow(
    'This browser can’t run Python here: it has no DecompressionStream, AbortSignal.any. ' +
      'Chrome or Edge 116, Firefox 124, Safari 17.4 and newer ones can.',
  );
});
