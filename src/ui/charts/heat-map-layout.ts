import { scaleBand, type ScaleBand } from 'd3-scale';
import { flowLegend } from './legend.ts';

/** Where the parts of a heat map stand, in CSS pixels. */
export interface HeatMapLayout<Column extends string> {
  readonly legend: ReturnType<typeof flowLegend>;
  /** Height of what is above the first row. */
  readonly head: number;
  /** Height of a row. */
  readonly row: number;
  /** Whether a row has its name above its fields, not beside them. */
  readonly stacked: boolean;
  /** The field of a row, from the top of the row. */
  readonly field: { readonly top: number; readonly height: number };
  /** From the left edge of a panel. */
  readonly x: ScaleBand<Column>;
  /** Rows stand in one column or two; `from` and `to` are the rows of a panel as `slice` takes them. */
  readonly panels: readonly { readonly left: number; readonly from: number; readonly to: number }[];
  readonly height: number;
}

/** From this width and with more rows than these, the rows stand in two columns: as high as a slide. */
const WIDE = 900;
const MANY_ROWS = 16;
const GAP = 32;
const STACKED_BELOW = 500;
const ICONS = 32;

/** @param titles of the columns, for the legend */
export function heatMapLayout<Column extends string>(
  width: number,
  rows: number,
  columns: readonly Column[],
  titles: readonly string[],
): HeatMapLayout<Column> {
  const count = width >= WIDE && rows > MANY_ROWS ? 2 : 1;
  const panel = (width - GAP * (count - 1)) / count;
  const stacked = panel < STACKED_BELOW;
  const label = stacked ? 0 : Math.min(250, panel * 0.46);
  const row = stacked ? 52 : 27;
  const perPanel = Math.ceil(rows / count);
  const legend = flowLegend(titles, width);
  const head = legend.height + ICONS;
  return {
    legend,
    head,
    row,
    stacked,
    field: stacked ? { top: 23, height: 24 } : { top: 2, height: row - 4 },
    x: scaleBand(columns, [label, panel]).paddingInner(0.05),
    panels: Array.from({ length: count }, (_, index) => ({
      left: index * (panel + GAP),
      from: index * perPanel,
      to: (index + 1) * perPanel,
    })),
    height: head + perPanel * row,
  };
}
