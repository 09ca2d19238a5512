import { asFields, asText, fieldOf } from '../internal/read.ts';

/** The kinds of choices on the wire; the first that is there counts. */
const KINDS = ['text_message', 'url_message', 'call_message', 'location_message', 'calendar_message', 'share_location_message'] as const;

/** A kind of choice. */
export type ChoiceKind = (typeof KINDS)[number];

/** What a choice is and what it says; the path leads to its caption. */
export interface ReadChoice {
  kind: ChoiceKind;
  path: string;
  caption: string;
}

/** Reads a choice of the wire; undefined where it is none that is known. */
export function readChoice(choice: unknown): ReadChoice | undefined {
  const fields = asFields(choice);
  if (fields === undefined) return undefined;
  for (const kind of KINDS) {
    const content = Object.hasOwn(fields, kind) ? asFields(fields[kind]) : undefined;
    if (content === undefined) continue;
    const key = kind === 'text_message' ? 'text' : 'title';
    return { kind, path: `${kind}.${key}`, caption: asText(fieldOf(content, key)) ?? '' };
  }
  return undefined;
}
