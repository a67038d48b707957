/** Where a cell stands; cells of a row share `y`. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * The index of the cell that a key leads to, from the cell `here`; null where the key is another one or
 * nothing lies that way. Cells come row by row, and rows may have gaps.
 */
export function stepInGrid(key: string, here: number, cells: readonly Place[]): number | null {
  const from = cells[here];
  if (from === undefined) return null;
  const inside = (index: number): number | null => (cells[index] === undefined ? null : index);
  switch (key) {
    case 'ArrowRight':
      return inside(here + 1);
    case 'ArrowLeft':
      return inside(here - 1);
    case 'Home':
      return 0;
    case 'End':
      return cells.length - 1;
    case 'ArrowDown':
    case 'ArrowUp': {
      const beyond = cells.filter(({ y }) => (key === 'ArrowDown' ? y > from.y : y < from.y));
      const row = (key === 'ArrowDown' ? beyond[0] : beyond.at(-1))?.y;
      const inRow = beyond.filter(({ y }) => y === row);
      const nearest = inRow.toSorted((a, b) => Math.abs(a.x - from.x) - Math.abs(b.x - from.x))[0];
      return nearest === undefined ? null : cells.indexOf(nearest);
    }
    default:
      return null;
  }
}
