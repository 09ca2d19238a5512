import type { Json } from './read.ts';

/** The values of a template's placeholders, and those that are missing. */
export interface Filling {
  parameters: Json;
  /** Before the keys of a card: `carousel[0]`. */
  prefix: string;
  missing: Set<string>;
}

/** The words of one component with its values: `{{1}}` and `{{name}}` as on WhatsApp, `#{name}` as on KakaoTalk. */
export function fillWords(words: string, component: string, filling: Filling): string {
  const names: string[] = [];
  return words.replace(/\{\{\s*([\w.-]+)\s*\}\}|#\{([^}]+)\}/g, (placeholder, name: string | undefined, other: string | undefined) => {
    const key = name ?? other ?? '';
    if (!names.includes(key)) names.push(key);
    const value = placedValue(key, names.indexOf(key) + 1, component, filling);
    if (value === undefined) filling.missing.add(placeholder);
    return value ?? placeholder;
  });
}

/** A number is the place of the value; a name is found beside it, or its place is that of its first mention. */
function placedValue(name: string, mention: number, component: string, { parameters, prefix }: Filling): string | undefined {
  const at = (place: number | string) => `${prefix}${component}[${place}]`;
  if (/^\d+$/.test(name)) return ownText(parameters, `${at(name)}text`);
  for (let place = 1; Object.hasOwn(parameters, `${at(place)}parameter_name`); place += 1) {
    if (parameters[`${at(place)}parameter_name`] === name) return ownText(parameters, `${at(place)}text`);
  }
  return ownText(parameters, name) ?? ownText(parameters, `${at(mention)}text`);
}

function ownText(parameters: Json, key: string): string | undefined {
  const value = Object.hasOwn(parameters, key) ? parameters[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}
