/** Longest gist, in characters. */
const LONGEST = 120;

/** What a message or the payload of a callback is about, in one line. */
export function gistOf(content: unknown): string {
  const line = findGist(content, 0).replaceAll(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length <= LONGEST ? line : `${letters.slice(0, LONGEST - 1).join('')}…`;
}

/** Fields that say it best, the best first; the values of the others are looked into. */
const TELLING = [
  'text_message',
  'text',
  'title',
  'caption',
  'postback_data',
  'emoji',
  'display_name',
  'event_type',
  'name',
  'url',
  'payload',
] as const;

/** Deeper than the messages of the API nest. */
const DEEPEST = 8;

function findGist(value: unknown, depth: number): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return '';
  const fields = value as Record<string, unknown>;
  for (const name of TELLING) {
    const found = findGist(fields[name], depth + 1);
    if (found !== '') return found;
  }
  for (const [name, field] of Object.entries(fields)) {
    if (typeof field !== 'object' || field === null) continue;
    const found = findGist(field, depth + 1);
    if (found !== '') return found;
    // An event without fields is its name: `composing_event`.
    if (name.endsWith('_event') || name.endsWith('_message')) return name.replaceAll('_', ' ');
  }
  return '';
}
