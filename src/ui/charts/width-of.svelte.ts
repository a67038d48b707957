import type { Attachment } from 'svelte/attachments';

/**
 * The width of an element in CSS pixels, 0 until it is known: `{@attach width.watch}`. It changes a frame after
 * the layout did; a chart that changed the layout from within the observer would be an error of the page.
 */
export class WidthOf {
  #pixels = $state(0);

  get pixels(): number {
    return this.#pixels;
  }

  readonly watch: Attachment<HTMLElement> = (element) => {
    let frame = 0;
    this.#pixels = element.clientWidth;
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => (this.#pixels = element.clientWidth));
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
    };
  };
}
