/**
 * Scrolls to the element with this id and gives it the focus, so that the keyboard and a screen reader go on
 * there. The hash of the address is the router's, so the browser can't do it. Nothing happens without one.
 */
export function jumpTo(id: string): void {
  const target = document.getElementById(id);
  if (target === null) return;
  // Elements that take no focus by themselves take it for this once.
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView();
}
