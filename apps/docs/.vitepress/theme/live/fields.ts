/** A text of a message that a reader can change, with where it stands in it. */
export interface Field {
  path: (string | number)[];
  label: string;
  value: string;
}

/** What forms call the fields of messages; the rest is called by its name. */
const LABELS: Record<string, string> = {
  'text_message.text': 'Text',
  'url_message.title': 'Link',
  'url_message.url': 'Address of the link',
  'call_message.title': 'Call',
  'call_message.phone_number': 'Number to call',
  'share_location_message.title': 'Ask for a location',
  'media_message.url': 'Address of the file',
  'message_properties.menu': 'Caption of the list',
};

/** Readers change what people see; identifiers and numbers are in the JSON. */
const HIDDEN = new Set(['postback_data', 'fallback_url', 'id']);

/** The texts in a message, from top to bottom. */
export function fieldsOf(value: unknown, path: Field['path'] = []): Field[] {
  if (typeof value === 'string') return HIDDEN.has(String(path.at(-1))) ? [] : [{ path, label: labelOf(path), value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => fieldsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]));
}

/** A copy of a message with another text at one place. */
export function withField<T>(value: T, [key, ...rest]: Field['path'], text: string): T {
  if (key === undefined) return text as T;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string | number, unknown>;
  copy[key] = withField(copy[key], rest, text);
  return copy as T;
}

function labelOf(path: Field['path']): string {
  const names = path.filter((key) => typeof key === 'string');
  const own = LABELS[names.slice(-2).join('.')] ?? humanised(names.at(-1) ?? '');
  const button = indexBehind(path, 'choices');
  const card = indexBehind(path, 'cards');
  const row = indexBehind(path, 'items');
  const section = indexBehind(path, 'sections');
  const places = [
    card === undefined ? undefined : `Card ${card + 1}`,
    section === undefined ? undefined : `Section ${section + 1}`,
    row === undefined ? undefined : `row ${row + 1}`,
    button === undefined ? undefined : `${card === undefined ? 'Button' : 'button'} ${button + 1}`,
  ].filter((place) => place !== undefined);
  if (places.length === 0) return own;
  // the text of a reply is its caption
  return own === 'Text' ? places.join(', ') : `${places.join(', ')}: ${own.charAt(0).toLowerCase()}${own.slice(1)}`;
}

function indexBehind(path: Field['path'], name: string): number | undefined {
  const index = path[path.indexOf(name) + 1];
  return path.includes(name) && typeof index === 'number' ? index : undefined;
}

function humanised(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
