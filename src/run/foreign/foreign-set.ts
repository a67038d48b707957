import type { ImportedCompletion } from '../../core/exchange/answer.ts';
import type { OriginalSample } from '../../core/exchange/original-samples.ts';
import type { ForeignPrompt } from '../../core/exchange/prompt-lines.ts';

/** A data set that is not the site's, as it was read from a visitor's files. */
export interface ForeignSet {
  /** With tests of their own, as CodeSecEval's original files have them. */
  readonly samples: readonly OriginalSample[];
  /** Without tests: they can be shown and asked, not judged. */
  readonly prompts: readonly ForeignPrompt[];
  /** Files that the tests open: by sample, bytes in base64 by path, `Test/CWE-022_codeql_1/valid_file.txt`. */
  readonly fixtures: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Answers to the samples. */
  readonly completions: readonly ImportedCompletion[];
  /** What could not be read and why, in sentences that begin with the file's name. */
  readonly skipped: readonly string[];
}

/** Nothing read yet. */
export const NO_SET: ForeignSet = {
  samples: [],
  prompts: [],
  fixtures: new Map(),
  completions: [],
  skipped: [],
};
