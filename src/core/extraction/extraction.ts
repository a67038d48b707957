/** What became of a completion: the code in it, or why there is none. */
export type Extraction =
  | {
      readonly kind: 'code';
      readonly code: string;
      /** Name of the rule that found the code: `fenced-block`, `whole-answer`, … (docs/extraction.md). */
      readonly rule: string;
      /** What stood between the text and the code and was undone: `html-escapes`, … Absent: nothing. */
      readonly undone?: readonly string[];
    }
  | { readonly kind: 'no-code'; readonly reason: NoCodeReason };

export type NoCodeReason =
  | 'empty'
  | 'refusal'
  | 'prose-only'
  | 'unfinished-thinking'
  /** A diff that leaves lines of the file out, so that its new side is no program. */
  | 'partial-diff';

/** Raised when the rules change, so that stored attempts say which rules they were read with. */
export const EXTRACTION_VERSION = 2;
