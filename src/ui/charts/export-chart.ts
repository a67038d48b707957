/** A chart of the page as a file that looks the same without the page's style sheet. */

const SVG = 'http://www.w3.org/2000/svg';

/** What the page's style sheet may set; written into the file as attributes, which every program reads. */
const PRESENTATION = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'letter-spacing',
  'text-anchor',
  'dominant-baseline',
] as const;

/** Room around a chart, in CSS pixels. */
const MARGIN = 16;

/**
 * The chart as the text of an SVG file: always in the light scheme, which is the one for paper and slides.
 * @param title becomes the file's title
 * @param margin room around it, in units of its `viewBox`
 */
export function chartToSvg(chart: SVGSVGElement, title: string, margin = MARGIN): string {
  const { width, height } = chart.viewBox.baseVal;
  const copy = chart.cloneNode(true) as SVGSVGElement;
  inLightScheme(() => writeStyles(chart, copy));
  removeWhatIsOfThePage(copy);
  copy.removeAttribute('aria-hidden');
  copy.setAttribute('xmlns', SVG);
  copy.setAttribute('width', String(width + 2 * margin));
  copy.setAttribute('height', String(height + 2 * margin));
  copy.setAttribute(
    'viewBox',
    [-margin, -margin, width + 2 * margin, height + 2 * margin].join(' '),
  );
  const name = document.createElementNS(SVG, 'title');
  name.textContent = title;
  const paper = document.createElementNS(SVG, 'rect');
  for (const [key, value] of Object.entries({
    x: -margin,
    y: -margin,
    width: width + 2 * margin,
    height: height + 2 * margin,
    fill: '#ffffff',
  })) {
    paper.setAttribute(key, String(value));
  }
  copy.prepend(name, paper);
  return new XMLSerializer().serializeToString(copy);
}

/**
 * The picture of an SVG text, `scale` times as many pixels as its size says.
 * @throws when the browser can't draw it
 */
export async function svgToPng(svg: string, scale = 2): Promise<Blob> {
  const image = new Image();
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.naturalWidth * scale);
    canvas.height = Math.round(image.naturalHeight * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob === null) throw new Error('The browser could not draw the picture.');
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** The page is dark again before anything is painted. */
function inLightScheme(work: () => void): void {
  const { dataset } = document.documentElement;
  const before = dataset.scheme;
  dataset.scheme = 'light';
  work();
  if (before === undefined) delete dataset.scheme;
  else dataset.scheme = before;
}

function writeStyles(shown: SVGElement, copy: SVGElement): void {
  const copies = [copy, ...copy.querySelectorAll('*')];
  for (const [index, element] of [shown, ...shown.querySelectorAll('*')].entries()) {
    const style = getComputedStyle(element);
    for (const property of PRESENTATION) {
      const value = style.getPropertyValue(property);
      if (value !== '' && value !== 'normal') copies[index]?.setAttribute(property, value);
    }
  }
}

function removeWhatIsOfThePage(copy: SVGElement): void {
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    element.removeAttribute('class');
    element.removeAttribute('tabindex');
  }
  // A file has no page to lead to.
  for (const link of copy.querySelectorAll('a')) {
    const group = document.createElementNS(SVG, 'g');
    group.append(...link.childNodes);
    link.replaceWith(group);
  }
}
