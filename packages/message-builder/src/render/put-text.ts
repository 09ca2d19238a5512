import { cutText } from './cut-text.ts';
import { change, type Draft } from './draft.ts';
import type { TextPart } from './rendered-part.ts';

/** Longest text of Viber Business Messages: the rest is cut off. */
export const VIBERBM_TEXT_CHARS = 1000;

/** Adds a bubble of text, cut where the channel cuts. */
export function putText(draft: Draft, text: string, transcoded: boolean, path: string): TextPart {
  let shown = text;
  if (draft.channel === 'VIBERBM' && text.length > VIBERBM_TEXT_CHARS) {
    shown = cutText(text, VIBERBM_TEXT_CHARS);
    change(draft, 'lost', path, `Cut after ${VIBERBM_TEXT_CHARS} characters.`, 'stated');
  }
  const part: TextPart = { kind: 'text', text: shown, format: draft.traits.markup ? 'markup' : 'plain', transcoded };
  draft.parts.push(part);
  draft.text = draft.text === undefined ? shown : `${draft.text}\n\n${shown}`;
  return part;
}
