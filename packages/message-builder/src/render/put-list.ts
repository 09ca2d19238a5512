import { join } from './card-text.ts';
import { type Draft, markRewritten } from './draft.ts';
import { toRenderedMedia } from './media-kind.ts';
import { putText } from './put-text.ts';
import { isRecord, type Json, listOf, recordOf, textOf } from './read.ts';
import type { ListPart, RenderedListItem } from './rendered-part.ts';

/** A menu. */
export function putList(draft: Draft, content: Json, path: string): void {
  const part = toListPart(content, path);
  if (draft.traits.list === 'native') {
    draft.native = true;
    draft.parts.push(part);
    return;
  }
  markRewritten(draft, draft.traits.list, path);
  delete part.header;
  putText(draft, listText(part), true, path);
}

function toListPart(content: Json, path: string): ListPart {
  const sections = listOf(content.sections).map((section, index) => toSection(recordOf(section), `${path}.sections[${index}]`));
  const part: ListPart = { kind: 'list', title: textOf(content.title), sections };
  const properties = recordOf(content.message_properties);
  const description = textOf(content.description);
  const header = textOf(properties.whatsapp_header);
  const menu = textOf(properties.menu);
  const catalogId = textOf(properties.catalog_id);
  if (description !== '') part.description = description;
  if (header !== '') part.header = header;
  if (menu !== '') part.menu = menu;
  if (catalogId !== '') part.catalogId = catalogId;
  if (isRecord(content.media)) part.media = toRenderedMedia(content.media);
  return part;
}

function toSection(section: Json, path: string): ListPart['sections'][number] {
  const items = listOf(section.items).map((item, index) => toItem(recordOf(item), `${path}.items[${index}]`));
  const title = textOf(section.title);
  return title === '' ? { items } : { title, items };
}

function toItem(item: Json, path: string): RenderedListItem {
  if (isRecord(item.product)) {
    const id = textOf(item.product.id);
    return { title: id, productId: id, path };
  }
  const choice = recordOf(item.choice);
  const row: RenderedListItem = { title: textOf(choice.title), path };
  const description = textOf(choice.description);
  if (description !== '') row.description = description;
  if (isRecord(choice.media)) row.media = toRenderedMedia(choice.media);
  if (typeof choice.postback_data === 'string') row.postback = choice.postback_data;
  return row;
}

/** The likeliest text of a list; no picture of one was found. */
function listText({ title, description = '', media, sections }: ListPart): string {
  const head = join(join(title, '\n', description), '\n', media?.url ?? '');
  const groups = sections.map((section) =>
    [...(section.title === undefined ? [] : [section.title]), ...section.items.map(itemLine)].join('\n'),
  );
  return join(head, '\n\n', groups.join('\n\n'));
}

function itemLine({ title, description, productId }: RenderedListItem): string {
  const caption = productId === undefined ? title.toUpperCase() : title;
  return description === undefined ? `> ${caption}` : `> ${caption}: ${description}`;
}
