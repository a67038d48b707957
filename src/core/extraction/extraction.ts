/** What became of a completion: the code in it, or why there is none. */
export type Extraction =
  | {
      readonly kind: 'code';
      readonly code: string;
      /** Which rule found the code, for the page: `fenced-block`, `whole-answer`, … */
      readonly rule: string;
    }
  | { readonly kind: 'no-code'; readonly reason: NoCodeReason };

export type NoCodeReason = 'empty' | 'refusal' | 'prose-only' | 'unfinished-thinking';

/** Raised when the rules change, so that stored attempts say which rules they were read with. */
export const EXTRACTION_VERSION = 1;
