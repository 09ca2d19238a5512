/**
 * A text as a phone shows it: one kind of line end, spaces for tabs, and nothing for characters that have no look and that fonts draw as
 * boxes.
 */
export function cleanText(text: string): string {
  // Most texts have none of them.
  if (!UNUSUAL.test(text)) return text;
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replaceAll('\t', '    ')
    .replace(CONTROL, '');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNUSUAL = /[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROL = /[\0-\x09\x0b-\x1f\x7f-\x9f]/g;

/** Is its first letter of a script that runs from right to left? */
export function isRightToLeft(text: string): boolean {
  const first = /\p{L}/u.exec(text);
  return first !== null && hasRightToLeft(first[0]);
}

/** Does any of it run from right to left? */
export function hasRightToLeft(text: string): boolean {
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]|\ud802[\udc00-\udfff]|\ud803[\udc00-\udfff]|\ud83a[\udc00-\udfff]/.test(text);
}
