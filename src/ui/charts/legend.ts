/** One entry of a legend in one line or several, in CSS pixels. */
export interface LegendPlace {
  readonly x: number;
  readonly y: number;
}

/** Room of a mark with the gap to its word, and between entries. */
const MARK = 22;
const GAP = 18;
/** A generous width of a letter at 13 px: words must never meet, wherever the font comes from. */
const LETTER = 7.4;
const LINE = 22;

/** Where the entries of a legend stand that flows like text, and how high it is. */
export function flowLegend(
  words: readonly string[],
  width: number,
): { readonly places: readonly LegendPlace[]; readonly height: number } {
  let [x, y] = [0, 0];
  const places = words.map((word) => {
    const needed = MARK + word.length * LETTER;
    if (x > 0 && x + needed > width) [x, y] = [0, y + LINE];
    const place = { x, y };
    x += needed + GAP;
    return place;
  });
  return { places, height: words.length === 0 ? 0 : y + LINE };
}
