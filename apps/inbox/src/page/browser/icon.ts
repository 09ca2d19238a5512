const PATHS = {
  file: 'M10.5 4.5 5.7 9.3a1.6 1.6 0 0 0 2.3 2.3l5-5a3.1 3.1 0 0 0-4.4-4.4l-5 5a4.7 4.7 0 0 0 6.6 6.6l4.3-4.3',
  place: 'M8 14.5s5-4.3 5-8.2a5 5 0 0 0-10 0c0 3.9 5 8.2 5 8.2ZM8 8.2a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Z',
  tap: 'M3 2.5v4.5a3 3 0 0 0 3 3h7M9.8 6.8 13 10l-3.2 3.2',
} as const;

const SVG = 'http://www.w3.org/2000/svg';

/** A small drawing, decoration only: not every machine has a font with pictures. */
export function icon(name: keyof typeof PATHS): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
