/** A breach of the rules of a sample, where an author finds it. */
export interface Violation {
  /** Path inside the sample's folder: `sample.md`, `variants/secure_enum.py`. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}
