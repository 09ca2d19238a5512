/** What a text takes beside the words of the message: marks before choices, gaps between parts, the address of a map. */
const AROUND_A_WORD = 8;
const MAP_ADDRESS = 90;
/** Capitals of a letter are up to three, and no unit makes more of a letter than bytes. */
const MOST_PER_UNIT = 3;

/** Is the text that stands for a content within a number of characters, however it is put together? Quick, and rather no than wrong. */
export function isSurelyWithin(content: unknown, most: number): boolean {
  return sizeOf(content, most) * MOST_PER_UNIT <= most;
}

/** At least the size of all words; stops where it is more than enough. */
function sizeOf(value: unknown, enough: number): number {
  if (typeof value === 'string') return value.length + AROUND_A_WORD;
  if (typeof value === 'number') return MAP_ADDRESS;
  if (typeof value !== 'object' || value === null) return 0;
  let size = 0;
  for (const key of Object.keys(value)) {
    size += sizeOf((value as { readonly [key: string]: unknown })[key], enough - size);
    if (size > enough) return size;
  }
  return size;
}
