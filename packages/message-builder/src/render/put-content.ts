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

interface Content {
  readonly type: RenderedType;
  readonly put: Put;
}

/** What a message can have in it, by its key on the wire. */
const CONTENTS: { readonly [key: string]: Content } = {
  text_message: { type: 'text', put: putPlain },
  media_message: { type: 'media', put: putMedia },
  choice_message: { type: 'choice', put: putChoice },
  card_message: { type: 'card', put: putCard },
  carousel_message: { type: 'carousel', put: putCarousel },
  location_message: { type: 'location', put: putLocation },
  list_message: { type: 'list', put: putList },
  contact_info_message: { type: 'contact_info', put: putContact },
  template_message: { type: 'template', put: putTemplate },
  template_reference: { type: 'template', put: putOmniTemplate },
};
// marked pure, so that bundlers drop the table where nobody renders
const KEYS = /* @__PURE__ */ Object.keys(CONTENTS);

/** Adds the generic message: the first that is there, since there must be one only. `prefix` leads to it. */
export function putContent(draft: Draft, message: Json, prefix: string): void {
  const [found, ...others] = keysOf(message);
  if (found === undefined) {
    putNothing(draft, prefix);
    return;
  }
  const { type, put } = CONTENTS[found] as Content;
  draft.type = type;
  put(draft, message[found] as Json, prefix + found, putContent);
  for (const key of others) change(draft, 'lost', prefix + key, `A message has one content; shown is ${found}.`, 'guess');
}

/** The contents that are there, in the order of the table. */
function keysOf(message: Json): string[] {
  const keys = Object.keys(message).filter((key) => Object.hasOwn(CONTENTS, key) && isRecord(message[key]));
  return keys.length < 2 ? keys : keys.sort((one, other) => KEYS.indexOf(one) - KEYS.indexOf(other));
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
