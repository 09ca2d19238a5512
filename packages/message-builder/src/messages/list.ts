import type { ChoiceItem, ListItem, ListMessage, ListSection } from '@convapi/core';
import { type Maybe, present } from '../internal/maybe.ts';
import { need } from '../internal/need.ts';
import { type MediaSource, toMedia } from '../internal/to-media.ts';
import { type Fields, toWireWith } from '../internal/to-wire.ts';

/** A row of a list that the contact can pick. */
export interface ListChoice {
  /** Text of the row. */
  title: string;
  /** Second line of the row. */
  description?: string | undefined;
  /** Picture of the row, where the channel has one. */
  media?: MediaSource | undefined;
  /** Comes back when the row is picked. */
  postback?: string | undefined;
}

/** A row of a list that is a product of a catalogue. */
export interface ListProduct {
  /** Id of the product in the catalogue. */
  id: string;
  /** Marketplace that lists the product. */
  marketplace: string;
}

/** A group of rows. */
export interface ListGroup<Item extends ListChoice | ListProduct> {
  /** Heading of the group. */
  title?: string | undefined;
  /** The rows in order. */
  items: readonly Maybe<Item>[];
}

interface ListTexts {
  /** Heading shown with the list. */
  title: string;
  /** Text under the heading. */
  description?: string | undefined;
  /** Picture shown with the list, where the channel has one. */
  media?: MediaSource | undefined;
  /** Caption of the button that opens the list. */
  menu?: string | undefined;
  /** Header of a WhatsApp list of choices. Ignored on other channels. */
  whatsappHeader?: string | undefined;
}

/** A list of choices. */
export interface ChoiceListOptions extends ListTexts {
  /** Groups of choices. */
  sections: readonly Maybe<ListGroup<ListChoice>>[];
  /** Belongs to a list of products. */
  catalogId?: undefined;
}

/** A list of products. */
export interface ProductListOptions extends ListTexts {
  /** Groups of products. */
  sections: readonly Maybe<ListGroup<ListProduct>>[];
  /** Catalogue that holds the products. */
  catalogId: string;
}

/** A list of choices or, with `catalogId`, of products; never of both. */
export type ListOptions = ChoiceListOptions | ProductListOptions;

/** The options of both kinds of list. */
interface AnyListOptions extends ListTexts {
  sections: readonly Maybe<ListGroup<ListChoice | ListProduct>>[];
  catalogId?: string | undefined;
}

const FIELDS: Fields<AnyListOptions, ListMessage> = {
  title(list, title, path) {
    list.title = need(path, title);
  },
  description(list, description, path) {
    list.description = need(path, description);
  },
  media(list, media, path) {
    list.media = toMedia(path, media);
  },
  menu(list, menu, path) {
    list.message_properties = { ...list.message_properties, menu: need(path, menu) };
  },
  whatsappHeader(list, header, path) {
    list.message_properties = { ...list.message_properties, whatsapp_header: need(path, header) };
  },
  catalogId(list, id, path) {
    list.message_properties = { ...list.message_properties, catalog_id: need(path, id) };
  },
  sections(_list, sections, path) {
    need(path, sections, 'list');
  },
};

const GROUP_FIELDS: Fields<ListGroup<ListChoice | ListProduct>, ListSection> = {
  title(section, title, path) {
    section.title = need(path, title);
  },
  items(_section, items, path) {
    need(path, items, 'list');
  },
};

const ROW_FIELDS: Fields<ListChoice, ChoiceItem> = {
  title(row, title, path) {
    row.title = need(path, title);
  },
  description(row, description, path) {
    row.description = need(path, description);
  },
  media(row, media, path) {
    row.media = toMedia(path, media);
  },
  postback(row, postback, path) {
    row.postback_data = need(path, postback);
  },
};

/**
 * A message that is a menu of choices, or of products, in groups.
 *
 * @throws {@link MessageError} when it is given what its types forbid.
 *
 * @example
 * ```ts
 * import { list } from '@convapi/message-builder';
 *
 * const menu = list({
 *   title: 'Lunch',
 *   menu: 'See dishes',
 *   sections: [{ title: 'Soups', items: [{ title: 'Borscht', description: 'With rye bread', postback: 'borscht' }] }],
 * });
 * const products = list({ title: 'Shoes', catalogId: 'c-1', sections: [{ items: [{ id: 'shoe-7', marketplace: 'FACEBOOK' }] }] });
 * ```
 */
export function list(options: ListOptions): { list_message: ListMessage } {
  const empty: ListMessage = { title: '', sections: [] };
  const message = toWireWith<AnyListOptions, ListMessage>('list', options, FIELDS, empty, ['title', 'sections']);
  // Whether its rows are choices or products is known only with all options.
  message.sections =
    options.catalogId === undefined ? toSections(options.sections, toChoiceItem) : toSections(options.sections, toProductItem);
  return { list_message: message };
}

function toSections<Item extends ListChoice | ListProduct>(
  groups: readonly Maybe<ListGroup<Item>>[],
  toItem: (path: string, item: Item) => ListItem,
): ListSection[] {
  return present(groups).map((group, at) => {
    const path = `list.sections[${at}]`;
    const empty: ListSection = { items: [] };
    const section = toWireWith<ListGroup<ListChoice | ListProduct>, ListSection>(path, group, GROUP_FIELDS, empty, ['items']);
    section.items = present(group.items).map((item, row) => toItem(`${path}.items[${row}]`, item));
    return section;
  });
}

function toChoiceItem(path: string, item: ListChoice): ListItem {
  return { choice: toWireWith(path, item, ROW_FIELDS, { title: '' }, ['title']) };
}

/** Picks the two fields that count when sending: a product of an inbound order has more, and they are read-only. */
function toProductItem(path: string, item: ListProduct): ListItem {
  const { id, marketplace } = need(path, item, 'object', 'an object');
  return { product: { id: need(`${path}.id`, id), marketplace: need(`${path}.marketplace`, marketplace) } };
}
