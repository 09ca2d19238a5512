/** A line of text of a picture, and the face that it stands on: the rectangle of its bubble, card, key or phone. */
export interface DrawnLine {
  text: string;
  left: number;
  right: number;
  face: { left: number; right: number };
}

interface Group {
  x: number;
  face: DrawnLine['face'];
}

/** The lines of a picture with the places that its numbers give them. */
export function linesOf(svg: string): DrawnLine[] {
  const lines: DrawnLine[] = [];
  const groups: Group[] = [{ x: 0, face: { left: 0, right: Number.POSITIVE_INFINITY } }];
  const token = /<g\b([^>]*)>|(<\/g>)|<rect\b([^>]*)>|<text\b([^>]*)>(.*?)<\/text>/g;
  for (const [, group, close, rect, text, words = ''] of svg.matchAll(token)) {
    const current = groups.at(-1) as Group;
    if (group !== undefined) groups.push({ x: current.x + Number(/translate\(([-\d.]+)/.exec(group)?.[1] ?? 0), face: current.face });
    else if (close !== undefined) groups.pop();
    else if (rect !== undefined) current.face = { left: current.x, right: current.x + numberOf(rect, 'width') };
    else if (text !== undefined) lines.push(lineOf(text, words, current));
  }
  return lines;
}

function lineOf(attributes: string, words: string, { x, face }: Group): DrawnLine {
  const at = x + numberOf(attributes, 'x');
  const width = numberOf(attributes, 'textLength');
  const left = attributes.includes('direction="rtl"') ? at - width : at;
  return { text: words.replaceAll(/<[^>]*>/g, ''), left, right: left + width, face };
}

function numberOf(attributes: string, name: string): number {
  const value = new RegExp(`\\b${name}="([-\\d.]+)"`).exec(attributes)?.[1];
  if (value === undefined) throw new Error(`No ${name} in ${attributes}`);
  return Number(value);
}
