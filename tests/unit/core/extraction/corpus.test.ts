import { expect, test } from 'vitest';
import { extractCode } from '../../../../src/core/extraction/extract-code.ts';
import { readCorpus } from './corpus/read-corpus.ts';

const CORPUS = readCorpus();

test.each(CORPUS.map((one) => [one.name, one] as const))('%s', (_name, one) => {
  const { answer, entryPoint, signature, outcome, code } = one;
  const extraction = extractCode(answer, entryPoint, signature === undefined ? {} : { signature });
  const told =
    extraction.kind === 'code'
      ? `code: ${[extraction.rule, ...(extraction.undone ?? [])].join(' + ')}`
      : `no code: ${extraction.reason}`;
  expect({ told, code: extraction.kind === 'code' ? extraction.code : '' }).toEqual({
    told: outcome,
    code,
  });
});
