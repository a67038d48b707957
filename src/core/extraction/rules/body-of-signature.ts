import { logicalLines, type LogicalLine } from '../../python/tokens.ts';
import { mayBePython } from '../choice/choose.ts';
import { lineKind } from '../passages/bare-lines.ts';
import type { Passage } from '../passages/passage.ts';
import { escapedName } from '../python/definitions.ts';
import { indentOf, NOTHING_OPEN, stateAfter } from '../python/line-state.ts';
import type { Rule } from '../rule.ts';
import { unwrap } from '../wrappings/index.ts';

/**
 * Only the body of the function that the prompt gave the head of. It goes under the head as it is; a body
 * that begins at the margin moves right as a whole. What its lines are indented against each other stays.
 */
export const bodyOfSignature: Rule = {
  name: 'body-of-signature',
  means: 'the body of the function, put under the signature that the prompt gave',
  take({ passages, signature, entryPoint, chosen }) {
    const head = headOf(signature);
    if (head === null || chosen !== null) return null;
    const inside = new RegExp(
      `^\\s*(?:async\\s+)?(?:def|class)\\s+${escapedName(entryPoint)}\\b`,
      'm',
    );
    for (const passage of passages.filter(mayBePython).reverse()) {
      if (inside.test(passage.code)) continue;
      const { code, undone } = unwrap(rawBody(passage));
      const body = underHead(code, head);
      if (body !== null) return { code: body, undone };
    }
    return null;
  },
};

/** `def f(x: int) -> str: ...` → `def f(x: int) -> str:`; null for a class or several functions. */
function headOf(signature: string | null): string | null {
  const stub = signature?.trim() ?? '';
  if (!/^(?:async\s+)?def\b/.test(stub) || !/:\s*(?:\.\.\.|pass)$/.test(stub)) return null;
  return /\n(?:async\s+)?def\b/.test(stub) ? null : stub.replace(/\s*(?:\.\.\.|pass)$/, '');
}

function rawBody({ raw }: Passage): string {
  return raw.replace(/^(?:[ \t]*\n)+/, '').trimEnd() + '\n';
}

/** Null where the code is no body. Imports at the margin above an indented body stay above the head. */
function underHead(code: string, head: string): string | null {
  const lines = logicalLines(code);
  const start = lines.findIndex(({ tokens, indent }) => indent > 0 || !isImport(tokens[0]?.text));
  const first = lines[start];
  if (first === undefined) return null;
  const imports = code
    .split('\n')
    .slice(0, first.line - 1)
    .join('\n')
    .trimEnd();
  const body = code
    .split('\n')
    .slice(first.line - 1)
    .join('\n');
  if (first.indent === 0) return returnsAtMargin(lines) ? `${head}\n${movedRight(code)}` : null;
  const rest = lines.slice(start);
  if (rest.some(({ indent }) => indent === 0) || !hasStatement(rest, first.indent)) return null;
  return `${imports === '' ? '' : `${imports}\n\n\n`}${head}\n${body}`;
}

/** A `return` or `yield` outside any function: a module can't have it. */
function returnsAtMargin(lines: readonly LogicalLine[]): boolean {
  let inside: number | null = null;
  for (const { indent, tokens } of lines) {
    if (inside !== null && indent <= inside) inside = null;
    if (inside !== null) continue;
    const [first, second] = [tokens[0]?.text ?? '', tokens[1]?.text ?? ''];
    if (['return', 'yield'].includes(first)) return true;
    if (['def', 'class'].includes(first === 'async' ? second : first)) inside = indent;
  }
  return false;
}

/** Something that does the work, not only helpers: those alone are a module that was moved right. */
function hasStatement(lines: readonly LogicalLine[], indent: number): boolean {
  return lines.some((line) => {
    if (line.indent !== indent) return false;
    const text = line.tokens.map((token) => token.text).join(' ');
    return !/^(?:(?:async )?def|class|@|import|from)\b/.test(text) && lineKind(text) === 'code';
  });
}

function isImport(word: string | undefined): boolean {
  return word === 'import' || word === 'from';
}

/** Four columns to the right, except inside strings: their text is the program's. */
function movedRight(code: string): string {
  let state = NOTHING_OPEN;
  return code
    .split('\n')
    .map((line) => {
      const isText = state.quotes !== null;
      state = stateAfter(line, state);
      return isText || (line.trim() === '' && indentOf(line) === line.length)
        ? line
        : `    ${line}`;
    })
    .join('\n');
}
