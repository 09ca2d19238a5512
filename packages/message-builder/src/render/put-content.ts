import { change, type Draft, markRewritten } from './draft.ts';
import { putCard } from './put-card.ts';
import { putCarousel } from './put-carousel.ts';
import { putChoice } from './put-choice.ts';
import { putContact } from './put-contact.ts';
import { putList } from './put-list.ts';
import { putLocation } from './put-location.ts';
import { putMedia } from './put-media.ts';
import { type PutContent, putOmniTemplate, putTemplate } from './put-template.ts';
import { previewOf, putText } from './put-text.ts';
import { isRecord, type Json, textOf } from './read.ts';
import type { RenderedType } from './rendered-message.ts';

type Put = (draft: Draft, content: Json, path: string, putAgain: PutContent) => void;

const CONTENTS: readonly (readonly [key: string, type: RenderedType, put: Put])[] = [
  ['text_message', 'text', putPlain],
  ['media_message', 'media', putMedia],
  ['choice_message', 'choice', putChoice],
  ['card_message', 'card', putCard],
  ['carousel_message', 'carousel', putCarousel],
  ['location_message', 'location', putLocation],
  ['list_message', 'list', putList],
  ['contact_info_message', 'contact_info', putContact],
  ['template_message', 'template', putTemplate],
  ['template_reference', 'template', putOmniTemplate],
];

/** Adds the generic message: the first that is there, since there must be one only. `prefix` leads to it. */
export function putContent(draft: Draft, message: Json, prefix: string): void {
  let found = '';
  for (const [key, type, put] of CONTENTS) {
    const content = message[key];
    if (!isRecord(content)) continue;
    if (found !== '') {
      change(draft, 'lost', prefix + key, `A message has one content; shown is ${found}.`, 'guess');
      continue;
    }
    found = key;
    draft.type = type;
    put(draft, content, prefix + key, putContent);
  }
  if (found === '') putNothing(draft, prefix);
}

function putPlain(draft: Draft, content: Json, path: string): void {
  if (draft.traits.text === 'native') draft.native = true;
  else markRewritten(draft, draft.traits.text, path);
  const text = textOf(content.text);
  const part = putText(draft, text, false, `${path}.text`);
  if (text === '') change(draft, 'lost', `${path}.text`, 'The text is empty: there is nothing to show.', 'inferred');
  const preview = previewOf(draft, part, `${path}.text`);
  if (preview) part.preview = preview;
}

function putNothing(draft: Draft, prefix: string): void {
  draft.unknown = true;
  change(draft, 'lost', prefix.slice(0, -1), 'There is no message that is known.', 'unknown');
}
