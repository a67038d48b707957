/** What waits for its turn, first come first served. */
const waiting: (() => void)[] = [];
let going = false;

/**
 * Calls back when the screen was drawn, each caller in a turn of its own, so that a large screen is made in short
 * tasks and its beginning is there at once. Returns how to withdraw.
 * @param goesOn whether it goes on with something that stands above what waits already, and comes before that
 */
export function inTurn(callback: () => void, goesOn = false): () => void {
  if (goesOn) waiting.unshift(callback);
  else waiting.push(callback);
  if (!going) {
    going = true;
    afterDrawing(next);
  }
  return () => {
    const place = waiting.indexOf(callback);
    if (place >= 0) waiting.splice(place, 1);
  };
}

function next(): void {
  waiting.shift()?.();
  if (waiting.length > 0) afterDrawing(next);
  else going = false;
}

function afterDrawing(callback: () => void): void {
  // Nothing is drawn in a tab that nobody sees.
  if (document.hidden) setTimeout(callback);
  else requestAnimationFrame(() => setTimeout(callback));
}

/**
 * Whether a screen must be whole at once: the address names a part of it, or the visitor comes back to a place further
 * down.
 */
export function mustBeWhole(part: string): boolean {
  const state: unknown = history.state;
  const isBack =
    typeof state === 'object' &&
    state !== null &&
    '__svelte_spa_router_scrollY' in state &&
    Number(state.__svelte_spa_router_scrollY) > 0;
  return part !== '' || isBack;
}
