import { cutText } from './cut-text.ts';
import { change, type Draft } from './draft.ts';
import type { LinkPreview, TextPart } from './rendered-part.ts';
import { cutLength, type LimitedField, noteLimit } from './text-limits.ts';
import type { TextSpan } from './text-span.ts';
import { toSpans } from './to-spans.ts';
import { choicesWithin, toWords, type Words } from './words.ts';

/** Adds a bubble of text, cut where the channel cuts. */
export function putText(draft: Draft, text: string, transcoded: boolean, path: string, field: LimitedField = 'text'): TextPart {
  return putWords(draft, toWords(text), transcoded, path, field);
}

/** Adds a bubble of text that has lines for choices. */
export function putWords(draft: Draft, words: Words, transcoded: boolean, path: string, field: LimitedField = 'text'): TextPart {
  const text = cutField(draft, field, words.text, path);
  const part: TextPart = { kind: 'text', text, format: formatOf(draft), transcoded };
  if (words.choices.length > 0) part.choices = text === words.text ? words.choices : choicesWithin(words.choices, text.length);
  const spans = spansOf(draft, text);
  if (spans) part.spans = { text: spans };
  draft.parts.push(part);
  draft.text = draft.text === undefined ? text : `${draft.text}\n\n${text}`;
  return part;
}

/** A text as the channel shows it: notes what is over its limit, and cuts it where that is known. */
export function cutField(draft: Draft, field: LimitedField, text: string, path: string): string {
  noteLimit(draft, field, text, path);
  const most = cutLength(draft, field);
  return most === undefined ? text : cutText(text, most);
}

export function formatOf({ traits }: Draft): TextPart['format'] {
  return traits.markup ? 'markup' : 'plain';
}

export function spansOf({ traits }: Draft, text: string): TextSpan[] | undefined {
  return toSpans(text, traits.markup);
}

/** The page that the channel shows in small under a text of its own, that of its first link. */
export function previewOf(draft: Draft, { spans }: TextPart, path: string): LinkPreview | undefined {
  const { preview } = draft.traits;
  const isShown = typeof preview === 'boolean' ? preview : (draft.properties[preview.property] === 'true') === preview.set;
  const url = isShown ? spans?.text?.find(({ link }) => link !== undefined)?.link : undefined;
  if (url === undefined) return undefined;
  const basis = typeof preview === 'boolean' ? 'guess' : 'inferred';
  change(draft, 'note', path, 'The page of the link is shown in small, if the channel can read it.', basis);
  return { url };
}
