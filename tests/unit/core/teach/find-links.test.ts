import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeExercise, encodeResult } from '../../../../src/core/share/index.ts';
import { findLinks } from '../../../../src/core/teach/find-links.ts';
import { EXERCISE, IDS, RESULT, results } from './exercises.ts';

const encoded = encodeResult(RESULT, IDS);
const PAYLOAD = encoded.ok ? encoded.text : '';
const SITE = 'https://example.org/play/';
const LINK = `${SITE}#/a/${PAYLOAD}`;

const payloads = (text: string) => findLinks(text).map(({ payload }) => payload);

describe('result links are found', () => {
  test.each([
    ['alone', LINK],
    ['between words', `here you are: ${LINK}, done`],
    ['in angle brackets', `<${LINK}>`],
    ['in a table', `"Zoë","${LINK}","12:05"\r\n`],
    ['of any host', `http://localhost:4173/#/a/${PAYLOAD}`],
    ['in Markdown', `[mine](${LINK})`],
    ['in italics', `_${LINK}_`],
    ['broken into lines', LINK.replace(/.{76}/g, '$&\n')],
    ['broken as in a mail', LINK.replace(/.{75}/g, '$&=\r\n')],
    ['in a quoted mail', `> ${LINK.replace(/.{60}/g, '$&\n> ')}`],
    [
      'behind a mail filter',
      `https://filter.example/?url=${encodeURIComponent(LINK)}&data=05%7C01`,
    ],
  ])('%s', (_how, text) => {
    expect(payloads(text)).toEqual([PAYLOAD]);
  });

  test('side by side', () => {
    expect(payloads(`${LINK} ${LINK}\n${LINK}`)).toEqual([PAYLOAD, PAYLOAD, PAYLOAD]);
  });

  test('with their line and what stands before them', () => {
    expect(findLinks(`09:14\nZoë:\t${LINK}\n\n"Max", "${LINK}"`)).toMatchObject([
      { line: 2, before: 'Zoë:' },
      { line: 4, before: 'Max' },
    ]);
  });

  test('cut off, without what stands on the next line', () => {
    const cut = LINK.slice(0, -20);
    expect(payloads(`${cut}\nMax ${LINK}`)).toEqual([PAYLOAD.slice(0, -20), PAYLOAD]);
  });

  test('and told from links of other kinds', () => {
    const text = `${SITE}#/x/${encodeExercise(EXERCISE, IDS)} ${SITE}#/r/AQB5 ${LINK}`;
    expect(findLinks(text).map(({ kind }) => kind)).toEqual(['exercise', 'run', 'result']);
  });
});

test('a text without links has none', () => {
  expect(findLinks('Nothing here. #/about, https://example.org/#/samples')).toEqual([]);
});

test('every result is found in a paste of many, whatever stands between', () => {
  const between = fc.constantFrom('\n', ', ', '";"', '\n\nAnna (10:30): ', ' | ');
  fc.assert(
    fc.property(fc.array(fc.tuple(results, between), { maxLength: 6 }), (parts) => {
      const texts = parts.map(([result]) => {
        const link = encodeResult(result, IDS);
        return link.ok ? link.text : '';
      });
      const paste = parts.map(([, gap], at) => `${gap}${SITE}#/a/${texts[at] ?? ''}`).join('');
      expect(payloads(paste)).toEqual(texts);
    }),
    { numRuns: 50 },
  );
});

test('any text is read without an error', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('#/a/', '%23%2fA%2F', 'Q', '\n', '> ', '=', 'QQA', '-_')),
      (parts) => {
        expect(findLinks(parts.join('')).length).toBeLessThanOrEqual(parts.length);
      },
    ),
  );
});
