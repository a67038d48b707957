/* A vocabulary for llama.cpp of bytes, a few special tokens, and whatever an answer is made of. */

export const BOS = 256;
export const EOS = 257;
/** Ends the prompt in the chat template: the answer begins behind it. */
export const ASSISTANT = 260;
const SPECIAL = ['<|bos|>', '<|end|>', '<|system|>', '<|user|>', '<|assistant|>'];
export const MERGES = ['Ġ Ġ', 'ĠĠ ĠĠ', 'd e', 'de f'];

/** GPT-2's printable stand-ins for bytes, by byte. */
function byteLetters(): readonly string[] {
  const printable = (byte: number) =>
    (byte > 32 && byte < 127) || (byte > 160 && byte < 173) || byte > 173;
  let next = 256;
  return Array.from({ length: 256 }, (_, byte) =>
    String.fromCodePoint(printable(byte) ? byte : next++),
  );
}

const LETTERS = byteLetters();
const encoded = (text: string): string =>
  [...Buffer.from(text, 'utf8')].map((byte) => LETTERS[byte]).join('');

export interface Vocabulary {
  readonly tokens: string[];
  /** Kinds as llama.cpp numbers them: 1 normal, 3 control, 4 found in a text as it stands, 5 unused. */
  readonly kinds: number[];
  addKeyword(keyword: string): number;
  /** Adds the tokens of a text, each of which occurs nowhere else. Returns their numbers. */
  addPath(text: string, pieces: RegExp): readonly number[];
  pad(): void;
}

export function baseVocabulary(): Vocabulary {
  const merged = MERGES.map((merge) => merge.replace(' ', ''));
  const tokens = [...LETTERS, ...SPECIAL, ...merged];
  const kinds = [...LETTERS.map(() => 1), ...SPECIAL.map(() => 3), ...merged.map(() => 1)];
  const used = new Set(tokens);
  const add = (token: string, kind: number): number => {
    tokens.push(token);
    kinds.push(kind);
    return tokens.length - 1;
  };
  return {
    tokens,
    kinds,
    addKeyword: (keyword) => add(keyword, 4),
    addPath(text, pieces) {
      const path: string[] = [];
      let piece = '';
      for (const part of text.match(pieces) ?? []) {
        piece += encoded(part);
        if (used.has(piece)) continue;
        used.add(piece);
        path.push(piece);
        piece = '';
      }
      // What is left was said before: it becomes part of the token in front of it.
      while (piece !== '' && used.has(piece)) {
        const last = path.pop();
        if (last === undefined) throw new Error('two answers are the same');
        piece = last + piece;
      }
      if (piece !== '') path.push(piece);
      for (const token of path) used.add(token);
      return path.map((token) => add(token, 1));
    },
    pad() {
      while (tokens.length % 4 !== 0) add(`<|unused ${tokens.length}|>`, 5);
    },
  };
}
