import { FenceFollower } from './open-fence.ts';

/** What is left of a completion when the model's thinking is taken away. */
export interface Answer {
  readonly text: string;
  /** The thinking never ended: what stood before it is all there is. */
  readonly unfinished: boolean;
}

/** gpt-oss answers in channels (the "harmony" format); the answer is in the last one named `final`. */
const FINAL_CHANNEL = '<|channel|>final<|message|>';

/** The same where the engine dropped the marks and left their words. */
const BARE_FINAL_CHANNEL = /^\s*analysis(?=[A-Z"'`])[^]*?(?:assistant)final(?=[^a-z])/;

const NAMES = 'think(?:ing)?|thought|reasoning|reflection|scratchpad|seed:think';

/**
 * An opening tag counts at the start of a line (a name in code may look like it), a closing one unless
 * quotes stand beside it. DeepSeek-R1, Qwen 3, Seed; Magistral; Kimi; Sky-T1; Command A.
 */
const TAG = new RegExp(
  `^[ \\t]*(?:<(?<open>${NAMES})>|(?<open2>\\[THINK\\]|◁think▷|<\\|begin_of_thought\\|>|<\\|START_THINKING\\|>))` +
    `|(?<!["'\`\\\\])(?:</(?<close>${NAMES})>|(?<close2>\\[/THINK\\]|◁/think▷|<\\|end_of_thought\\|>|<\\|END_THINKING\\|>))(?!["'\\\\]|\`(?!\`\`))`,
  'gim',
);

/**
 * Takes the thinking out of a completion. A closing tag without an opening one counts as well, since many
 * chat templates put the opening tag into the prompt. Drafts in the thinking are no answer.
 */
export function withoutThinking(completion: string): Answer {
  const final = completion.lastIndexOf(FINAL_CHANNEL);
  if (final !== -1) {
    return { text: completion.slice(final + FINAL_CHANNEL.length), unfinished: false };
  }
  if (completion.includes('<|channel|>analysis')) return { text: '', unfinished: true };
  return withoutTags(completion.replace(BARE_FINAL_CHANNEL, ''));
}

function withoutTags(text: string): Answer {
  let answer: string[] = [];
  let fence = new FenceFollower();
  let end = 0;
  let family: string | null = null;
  for (const match of text.matchAll(TAG)) {
    const groups = match.groups ?? {};
    const opens = groups['open'] ?? groups['open2'];
    const closes = groups['close'] ?? groups['close2'];
    if (family !== null) {
      if (closes === undefined || familyOf(closes) !== family) continue;
      family = null;
      end = match.index + match[0].length;
      continue;
    }
    const piece = text.slice(end, match.index);
    fence.feed(piece);
    answer.push(piece);
    end = match.index;
    // A tag in a fenced block is the code's.
    if (fence.isInside) continue;
    end += match[0].length;
    if (opens !== undefined) family = familyOf(opens);
    else {
      answer = [];
      fence = new FenceFollower();
    }
  }
  if (family === null) answer.push(text.slice(end));
  return { text: answer.join(''), unfinished: family !== null };
}

/** `thinking` ends `think`; brackets end brackets. */
function familyOf(tag: string): string {
  return tag
    .toLowerCase()
    .replace(/[^a-z]|begin_of_|end_of_|start_|end_/g, '')
    .replace(/^(?:thinking|thought)$/, 'think');
}
