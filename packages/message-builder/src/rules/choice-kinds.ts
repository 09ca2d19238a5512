import { asFields, asText, fieldOf } from '../internal/read.ts';

/** The kinds of choices on the wire; the first that is there counts. */
const KINDS = ['text_message', 'url_message', 'call_message', 'location_message', 'calendar_message', 'share_location_message'] as const;

/** Where each has its caption. */
const CAPTIONS: { readonly [K in ChoiceKind]: string } = {
  text_message: 'text_message.text',
  url_message: 'url_message.title',
  call_message: 'call_message.title',
  location_message: 'location_message.title',
  calendar_message: 'calendar_message.title',
  share_location_message: 'share_location_message.title',
};

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
    const content = asFields(fieldOf(fields, kind));
    if (content === undefined) continue;
    const key = kind === 'text_message' ? 'text' : 'title';
    return { kind, path: CAPTIONS[kind], caption: asText(fieldOf(content, key)) ?? '' };
  }
  return undefined;
}
