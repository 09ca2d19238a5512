import { join } from './card-text.ts';
import { change, type Draft, markRewritten } from './draft.ts';
import { toRenderedMedia } from './media-kind.ts';
import { putWords, spansOf } from './put-text.ts';
import { isRecord, type Json, listOf, recordOf, textOf } from './read.ts';
import type { ListPart, RenderedChoice, RenderedListItem } from './rendered-part.ts';
import { noteLimit } from './text-limits.ts';
import { addChoice, addText, toWords, type Words } from './words.ts';

/** The captions of the button where the message has none: the channel's own for products, a guess for choices. */
const MENU = { products: 'View items', choices: 'Menu' } as const;

/** A menu. */
export function putList(draft: Draft, content: Json, path: string): void {
  const part = toListPart(draft, content, path);
  if (draft.traits.list === 'native') {
    draft.native = true;
    draft.parts.push(part);
    fitList(draft, part, path);
    return;
  }
  markRewritten(draft, draft.traits.list, path);
  putWords(draft, listWords(part), true, path);
}

/** Notes what the channel's own list lacks, and what is too long for it. */
function fitList(draft: Draft, part: ListPart, path: string): void {
  const { title, description = '', menu, media, sections } = part;
  const titleSpans = spansOf(draft, title);
  const descriptionSpans = spansOf(draft, description);
  if (titleSpans) part.spans = { title: titleSpans };
  if (descriptionSpans) part.spans = { ...part.spans, description: descriptionSpans };
  noteLimit(draft, 'listBody', join(title, '\n', description), `${path}.description`);
  noteLimit(draft, 'menu', menu, `${path}.message_properties.menu`);
  if (media) change(draft, 'note', `${path}.media`, `Whether a list on ${draft.channel} shows a picture is not known.`, 'unknown');
  for (const { items } of sections) for (const item of items) fitRow(draft, item);
}

function fitRow(draft: Draft, { title, description = '', media, productId, path }: RenderedListItem): void {
  if (productId !== undefined) return;
  noteLimit(draft, 'rowTitle', title, `${path}.choice.title`);
  noteLimit(draft, 'rowDescription', description, `${path}.choice.description`);
  if (media) change(draft, 'note', `${path}.choice.media`, `Whether a row on ${draft.channel} shows a picture is not known.`, 'unknown');
}

function toListPart(draft: Draft, content: Json, path: string): ListPart {
  const sections = listOf(content.sections).map((section, index) => toSection(draft, recordOf(section), `${path}.sections[${index}]`));
  const hasProducts = sections.some(({ items }) => items.some(({ productId }) => productId !== undefined));
  const part: ListPart = { kind: 'list', title: textOf(content.title), menu: hasProducts ? MENU.products : MENU.choices, sections };
  const properties = recordOf(content.message_properties);
  const description = textOf(content.description);
  const header = textOf(properties.whatsapp_header);
  const menu = textOf(properties.menu);
  const catalogId = textOf(properties.catalog_id);
  if (description !== '') part.description = description;
  if (header !== '') part.header = header;
  if (menu !== '') part.menu = menu;
  if (catalogId !== '') part.catalogId = catalogId;
  if (isRecord(content.media)) part.media = toRenderedMedia(draft, content.media);
  return part;
}

function toSection(draft: Draft, section: Json, path: string): ListPart['sections'][number] {
  const items = listOf(section.items).map((item, index) => toItem(draft, recordOf(item), `${path}.items[${index}]`));
  const title = textOf(section.title);
  return title === '' ? { items } : { title, items };
}

function toItem(draft: Draft, item: Json, path: string): RenderedListItem {
  if (isRecord(item.product)) {
    const id = textOf(item.product.id);
    return { title: id, productId: id, path };
  }
  const choice = recordOf(item.choice);
  const row: RenderedListItem = { title: textOf(choice.title), path };
  const description = textOf(choice.description);
  if (description !== '') row.description = description;
  if (isRecord(choice.media)) row.media = toRenderedMedia(draft, choice.media);
  if (typeof choice.postback_data === 'string') row.postback = choice.postback_data;
  return row;
}

/** The likeliest text of a list; no picture of one was found. */
function listWords({ title, description = '', media, sections }: ListPart): Words {
  const words = toWords(join(join(title, '\n', description), '\n', media?.url ?? ''));
  for (const section of sections) {
    let gap = '\n\n';
    if (section.title !== undefined) {
      addText(words, gap, section.title);
      gap = '\n';
    }
    for (const item of section.items) {
      addChoice(words, gap, toChoice(item), itemLine(item));
      gap = '\n';
    }
  }
  return words;
}

/** Products go by their ids, which are no words to write. */
function toChoice({ title, productId, postback, path }: RenderedListItem): RenderedChoice {
  const type = productId === undefined ? 'text' : 'unknown';
  const choice: RenderedChoice = { type, title, placement: 'typed', vanishes: false, path };
  if (postback !== undefined) choice.postback = postback;
  return choice;
}

function itemLine({ title, description, productId }: RenderedListItem): string {
  const caption = productId === undefined ? title.toUpperCase() : title;
  return description === undefined ? `> ${caption}` : `> ${caption}: ${description}`;
}
