import { isShownAsWrong } from '../choice/shown-as-wrong.ts';
import { definesName, looksLikePython } from '../python/definitions.ts';
import type { Answer, Rule, Taken } from '../rule.ts';

/** An answer that is a JSON object, alone or behind some words, or the call of a tool. */
export const jsonAnswer: Rule = {
  name: 'json-answer',
  means: 'a field of the JSON object that the answer is',
  take(answer) {
    const object = /^(?:<tool_call>\s*)?\{/m.exec(answer.text);
    const end = answer.text.lastIndexOf('}');
    if (object === null || end < object.index) return null;
    const start = answer.text.indexOf('{', object.index);
    const before = answer.text.slice(0, start);
    // A block of code that stands first is the answer, and the object an example.
    if (/^[ \t]*(?:`{3}|~{3})/m.test(before)) return null;
    return fromJson(answer.text.slice(start, end + 1), answer);
  },
};

/** A JSON object in a block of its own, where no block has the code itself. */
export const jsonBlock: Rule = {
  name: 'json-block',
  means: 'a field of a JSON object in a block',
  take(answer) {
    const block = answer.passages.findLast(
      ({ language, kind, code }) =>
        kind === 'fenced' && /^(?:json[5c]?|)$/.test(language) && /^\s*\{/.test(code),
    );
    return block === undefined ? null : fromJson(block.code, answer);
  },
};

function fromJson(source: string, answer: Answer): Taken | null {
  const value = parseLeniently(source);
  if (value === null) return null;
  const texts = textsIn(value).filter(
    ({ text }) => definesName(text, answer.entryPoint) || looksLikePython(text),
  );
  const defining = texts.filter(({ text }) => definesName(text, answer.entryPoint));
  const chosen =
    defining.findLast(({ key }) => !isShownAsWrong(key)) ??
    defining.at(-1) ??
    texts.findLast(({ key }) => /code|solution|answer|program|implementation/i.test(key));
  if (chosen === undefined) return null;
  const inner = answer.nested(chosen.text);
  if (inner.kind !== 'code') return null;
  return { code: inner.code, undone: inner.undone ?? [] };
}

/** JSON, also with raw line ends in its strings and with escapes that JSON doesn't know (`\'`, `\d`). */
function parseLeniently(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    try {
      return JSON.parse(source.replace(/"(?:\\[^]|[^"\\])*"/g, escapedControls));
    } catch {
      return null;
    }
  }
}

const CONTROLS: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escapedControls(string: string): string {
  return string
    .replace(/\\([^])/g, (escape, character: string) => {
      if (/["\\/bfnrtu]/.test(character)) return escape;
      return character === "'" ? "'" : `\\\\${character}`;
    })
    .replace(/[\n\r\t]/g, (control) => CONTROLS[control] ?? '');
}

interface Field {
  readonly key: string;
  readonly text: string;
}

/** How deep objects are searched, and how many texts are looked at. */
const MAX_DEPTH = 5;
const MAX_TEXTS = 200;

/** The texts in a JSON value, with the key that they stand under; a list of lines is one text. */
function textsIn(root: unknown): readonly Field[] {
  const fields: Field[] = [];
  const visit = (value: unknown, key: string, depth: number): void => {
    if (fields.length >= MAX_TEXTS || depth > MAX_DEPTH) return;
    if (typeof value === 'string') {
      const inner = value.trimStart().startsWith('{') ? parseLeniently(value) : null;
      if (inner === null) fields.push({ key, text: value });
      else visit(inner, key, depth + 1);
    } else if (Array.isArray(value)) {
      const lines = value.filter((line) => typeof line === 'string');
      if (lines.length > 0 && lines.length === value.length) {
        fields.push({ key, text: lines.map((line) => line.replace(/\n$/, '')).join('\n') });
      } else for (const item of value) visit(item, key, depth + 1);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, item] of Object.entries(value)) visit(item, name, depth + 1);
    }
  };
  visit(root, '', 0);
  return fields;
}
