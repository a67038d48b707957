import type { Chosen } from './choice/choose.ts';
import type { Extraction, NoCodeReason } from './extraction.ts';
import type { Passage } from './passages/passage.ts';

/** An answer as the rules see it: without thinking, without marks of the engine, lines end with `\n`. */
export interface Answer {
  readonly text: string;
  readonly entryPoint: string;
  /** The stub that the prompt gave: `def f(x: int) -> str: ...`; null where there is none. */
  readonly signature: string | null;
  /** The fenced blocks and the runs of bare code in it, in order. */
  readonly passages: readonly Passage[];
  /** Whether there are words outside the passages. */
  readonly hasProse: boolean;
  /** The passages that make up the program, if one of them defines the entry point. */
  readonly chosen: Chosen | null;
  /** Reads a text inside the answer, such as the value of a JSON field, by all the rules. */
  readonly nested: (text: string) => Extraction;
}

/** What a rule takes: code, or the finding that there is none. */
export type Taken =
  | { readonly code: string; readonly undone?: readonly string[] }
  | { readonly reason: NoCodeReason };

/** One way to find the code. The first rule of the list that takes something decides. */
export interface Rule {
  readonly name: string;
  /** For the page, behind "Taken from the answer:". Absent where the rule never takes code. */
  readonly means?: string;
  /** Null where the rule doesn't apply. */
  take(answer: Answer): Taken | null;
}
