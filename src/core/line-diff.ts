/** A line of a difference: of both texts, of the first only, or of the second only. */
export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
  /** Its number in the first text, counted from 1; null where it is only in the second. */
  readonly line: number | null;
}

/**
 * The shortest way from one text to the other, line by line, by a longest common subsequence. Takes time and
 * room of the product of both numbers of lines, which is nothing for programs of a page.
 */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  const [a, b] = [linesOf(before), linesOf(after)];
  const common = commonLengths(a, b);
  const result: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right) {
      result.push({ kind: 'same', text: left, line: i + 1 });
      i += 1;
      j += 1;
    } else if (
      left !== undefined &&
      (right === undefined || (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0))
    ) {
      result.push({ kind: 'removed', text: left, line: i + 1 });
      i += 1;
    } else {
      result.push({ kind: 'added', text: right ?? '', line: null });
      j += 1;
    }
  }
  return result;
}

/** A line with its number in its own text, counted from 1. */
export interface NumberedLine {
  readonly text: string;
  readonly line: number;
}

/** A stretch of two texts that stands side by side: equal in both, or different, then one may be empty. */
export interface DiffHunk {
  readonly same: boolean;
  readonly before: readonly NumberedLine[];
  readonly after: readonly NumberedLine[];
}

/** The difference of two texts as stretches, in their order. Time and room as `diffLines`. */
export function diffHunks(before: string, after: string): readonly DiffHunk[] {
  const hunks: { same: boolean; before: NumberedLine[]; after: NumberedLine[] }[] = [];
  const numbers = { before: 1, after: 1 };
  for (const { kind, text } of diffLines(before, after)) {
    const same = kind === 'same';
    let hunk = hunks.at(-1);
    if (hunk?.same !== same) hunks.push((hunk = { same, before: [], after: [] }));
    if (kind !== 'added') hunk.before.push({ text, line: numbers.before++ });
    if (kind !== 'removed') hunk.after.push({ text, line: numbers.after++ });
  }
  return hunks;
}

/** `common[i][j]`: how many lines the ends from i and from j have in common. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly number[][] {
  const common = Array.from({ length: a.length + 1 }, () =>
    new Array<number>(b.length + 1).fill(0),
  );
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = common[i];
      if (row === undefined) continue;
      row[j] =
        a[i] === b[j]
          ? 1 + (common[i + 1]?.[j + 1] ?? 0)
          : Math.max(common[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return common;
}

/** The lines of a text; one line break at its end begins no further line. */
export function linesOf(text: string): readonly string[] {
  return text.replace(/\n$/, '').split('\n');
}
