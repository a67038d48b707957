import { KEYWORDS } from '../python/words.ts';

/** What a line of an answer without fences is, as far as the line alone tells. */
export type LineKind =
  /** Begins a passage of code: an import, a definition, an assignment, a call, a docstring, a prompt. */
  | 'code'
  | 'prose'
  | 'comment'
  | 'blank'
  /** Goes with the lines around it. */
  | 'unclear';

const NAME = String.raw`[\p{L}_][\p{L}\p{N}_]*`;

/** Statements that stand for themselves. The shape alone: `isProse` has the word on "from here on import …". */
const STATEMENT = new RegExp(
  [
    String.raw`import\s+${NAME}[\w.]*(?:\s+as\s+\w+)?(?:\s*,.*)?$`,
    String.raw`from\s+[\w.]+\s+import\s*(?:[(*].*|${NAME}(?:\s+as\s+\w+)?(?:\s*,.*)?)$`,
    String.raw`(?:async\s+)?def\s+${NAME}\s*[(\[]`,
    String.raw`class\s+${NAME}\s*[(\[:]`,
    String.raw`@${NAME}[\w.]*\s*(?:\(|$)`,
    String.raw`(?:if|elif|while|with|try|for\b.*\bin)\b.*[:(\[{\\]$`,
    String.raw`async\s+(?:for|with)\b`,
    String.raw`(?:return|yield|raise|assert|del|global|pass|break|continue|await|print)\b`,
    String.raw`[rRbBfFuU]{0,2}(?:"""|''')`,
    String.raw`${NAME}(?:\.${NAME}|\[[^\]]*\])*(?:\s*,\s*${NAME})*\s*(?::[^=]+)?(?:[-+*/%&|^@]|\*\*|//|<<|>>)?=(?!=)`,
    String.raw`${NAME}(?:\.${NAME})*\(.*[)(\[{,:\\]$`,
    String.raw`>>>(?:\s|$)|In \[\d+\]:\s`,
  ]
    .map((shape) => `^(?:${shape})`)
    .join('|'),
  'u',
);

/** Only in a block of statements: they begin no passage, and don't end one. */
const CONTINUATION = /^(?:(?:else|try|finally)\s*:|(?:except|case|match)\b.*:|[)\]}])/;

/** List items, quotes, tables, headings, bold text, rules, tags, shell prompts, LaTeX, Chinese punctuation, signs. */
const MARKUP =
  /^(?:[-*+]\s|\d{1,9}[.)]\s|>(?!>>)|\||#{2,6}\s|\*\*|__\S.*__:?$|[-*_=]{3,}\s*$|<\/?[a-z]|\[\/?[A-Z_ ]+\]\s*$|\$\s|\\[[(a-z]|\p{Extended_Pictographic}|[`~]{3})|[\u3001\u3002\uFF0C\uFF1A\uFF01\uFF1F]/u;

/** `Explanation:`, `Done.`, `Time complexity (worst): O(n)`. */
const LABEL = /^(?!(?:else|try|finally|lambda)\b)[\p{L}][\p{L}\p{N} '’()/,-]*(?:[.:!?…]$|:\s)/u;

/** Classifies a line that stands outside strings and brackets. Its indentation is not looked at. */
export function lineKind(line: string): LineKind {
  const text = line.trim();
  if (text === '') return 'blank';
  if (text.startsWith('#') && !/^#{2,6}\s/.test(text)) return 'comment';
  const bare = withoutStrings(text);
  if (MARKUP.test(bare) || hasTwoWords(bare)) return 'prose';
  if (STATEMENT.test(bare)) return 'code';
  if (CONTINUATION.test(bare)) return 'unclear';
  return LABEL.test(bare) && !bare.includes('=') ? 'prose' : 'unclear';
}

/** An apostrophe in a word opens no string. Three quotes stay, since they tell that a string begins. */
function withoutStrings(text: string): string {
  return text
    .replace(
      /(?<![\p{L}\p{N}])[rbfuRBFU]{0,2}(?:"(?!"")(?:\\.|[^"\\])*"|'(?!'')(?:\\.|[^'\\])*')/gu,
      '""',
    )
    .replace(/("""|''').*$/s, '$1')
    .replace(/\s#.*$/s, '')
    .trim();
}

/** Two words side by side of which none is a keyword: no Python has that. */
function hasTwoWords(text: string): boolean {
  const pair =
    /(?<![\p{L}\p{N}_])([\p{L}_][\p{L}\p{N}_'’-]*)[ \t\u00A0]+(?=([\p{L}_][\p{L}\p{N}_]*))/gu;
  for (const [, first = '', second = ''] of text.matchAll(pair)) {
    if (!KEYWORDS.has(first) && !KEYWORDS.has(second)) return true;
  }
  return false;
}
