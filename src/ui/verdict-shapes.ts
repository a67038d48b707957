import type { CellState } from './text/words.ts';

/** How a path is drawn: filled, as a line in its colour, or as a line in the colour of the ground over what is filled. */
type Look = 'fill' | 'cut' | 'line' | 'line thick' | 'line dashed' | 'line spin';

type Shape = readonly { readonly look: Look; readonly d: string }[];

const RING = 'm14.2 8a6.2 6.2 0 1 1-12.4 0 6.2 6.2 0 1 1 12.4 0z';

/**
 * What a verdict looks like: paths in a square of 16 units that begin with a relative move, so that they can be drawn
 * anywhere. Verdicts are told apart by their outline first, so that they read without colour and at 12 px.
 */
const SHAPES: Readonly<Record<CellState, Shape>> = {
  secure: [
    {
      look: 'fill',
      d: 'm8 1.3 6 2.2v4.2c0 3.7-2.5 6.1-6 7.2-3.5-1.1-6-3.5-6-7.2v-4.2z',
    },
    { look: 'cut', d: 'm4.9 8.1 2.2 2.2 4-4.3' },
  ],
  vulnerable: [
    {
      look: 'fill',
      d: 'm7.1 1.5-5.5 2v4.2c0 3.4 2.1 5.7 5.1 6.9l-1.1-3.7 2.8-2.7-2.4-2.8zm2 .1 5.3 1.9v4.2c0 3.5-2.2 5.8-5.4 7l-1-3.4 2.9-2.9-2.5-3.1z',
    },
  ],
  incorrect: [{ look: 'line thick', d: 'm3.4 3.4 9.2 9.2m0-9.2-9.2 9.2' }],
  'incorrect-insecure': [
    {
      look: 'line',
      d: 'm6.2 2.1-4.2 1.5v4.1c0 3.4 2.1 5.6 4.7 6.7m3.1-12.3 4.2 1.5v4.1c0 3.4-2.1 5.6-4.7 6.7m-3.7-8.8 4.8 4.8m0-4.8-4.8 4.8',
    },
  ],
  invalid: [{ look: 'line', d: `${RING}m-10.5 4.3 8.6-8.6` }],
  inconclusive: [{ look: 'line dashed', d: RING }],
  running: [{ look: 'line spin', d: 'm8 2a6 6 0 1 1-6 6' }],
  pending: [{ look: 'fill', d: 'm9.6 8a1.6 1.6 0 1 1-3.2 0 1.6 1.6 0 1 1 3.2 0z' }],
};

/** The upper left corner of a square of 16 units. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** One path of an SVG. */
export interface VerdictPath {
  readonly verdict: CellState;
  readonly look: Look;
  readonly d: string;
}

/** The paths that draw a verdict at each of the places: as many for a hundred places as for one. */
export function pathsOf(verdict: CellState, places: readonly Place[]): readonly VerdictPath[] {
  return SHAPES[verdict].map(({ look, d }) => ({
    verdict,
    look,
    d: places.map(({ x, y }) => `M${x} ${y}${d}`).join(''),
  }));
}
