/** What is longer does not fit PostgreSQL's index of words, and nobody searches for the end of a book. */
const MAX_CHARACTERS = 8_000;
/** Texts of a message that nobody would look for. */
const NO_WORDS: ReadonlySet<string> = new Set([
  'url',
  'message_id',
  'postback_data',
  'message_metadata',
  'fallback_url',
  'thumbnail_url',
  'payload',
]);

/** The words of a message, wherever in it they stand. */
export function toWords(content: unknown): string {
  const texts: string[] = [];
  let length = 0;
  const read = (value: unknown): void => {
    if (length > MAX_CHARACTERS) return;
    if (typeof value === 'string') {
      texts.push(value);
      length += value.length;
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) if (!NO_WORDS.has(key)) read(part);
    }
  };
  read(content);
  return texts.join(' ').slice(0, MAX_CHARACTERS).replaceAll('\u0000', '');
}
