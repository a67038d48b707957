import { readdirSync, readFileSync } from 'node:fs';

/** A literal answer of a model, and what must come out of it. */
export interface CorpusCase {
  /** `fences: The language is written in capitals`. */
  readonly name: string;
  readonly answer: string;
  readonly entryPoint: string;
  readonly signature: string | undefined;
  /** `code: RULE + WRAPPING` or `no code: REASON`. */
  readonly outcome: string;
  /** Empty where there is none. */
  readonly code: string;
}

/**
 * Reads the text files of this folder. A case begins with `══ NAME`, has lines `entry:` and `signature:`, then
 * `── answer` and `── code: …` or `── no code: …`, each with its text below. `{{U+00A0}}`, `{{CR}}`, `{{TAB}}`
 * and `{{SP}}` stand for characters that one can't see.
 */
export function readCorpus(): readonly CorpusCase[] {
  const folder = new URL('.', import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .toSorted()
    .flatMap((file) => {
      const [, ...cases] = readFileSync(new URL(file, folder), 'utf8').split(/^══ /m);
      return cases.map((text) => readCase(file.replace('.txt', ''), text));
    });
}

function readCase(kind: string, text: string): CorpusCase {
  const match =
    /^(?<name>.*)\nentry: (?<entry>.*)\n(?:signature: (?<signature>.*)\n)?── answer\n(?<answer>[^]*?)── (?<outcome>(?:no )?code: .*)\n(?<code>[^]*)$/.exec(
      text,
    );
  if (match?.groups === undefined) throw new Error(`not a case: ${kind}: ${text}`);
  const { name = '', entry = '', signature, answer = '', outcome = '', code = '' } = match.groups;
  return {
    name: `${kind}: ${name}`,
    answer: seen(answer),
    entryPoint: entry,
    signature: signature?.replaceAll('\\n', '\n'),
    outcome,
    code: seen(code),
  };
}

function seen(text: string): string {
  return text.replace(/\{\{(?:U\+([\dA-F]{4})|(CR|TAB|SP))\}\}/g, (_whole, hex, name) =>
    hex === undefined
      ? (({ CR: '\r', TAB: '\t', SP: ' ' } as Record<string, string>)[name] ?? '')
      : String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}
