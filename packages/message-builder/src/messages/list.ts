import type { ChoiceItem, ListItem, ListMessage, ListMessageProperties, ListSection } from '@convapi/core';
import { type MediaSource, toMedia } from '../internal/to-media.ts';

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
  items: readonly Item[];
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
  sections: readonly ListGroup<ListChoice>[];
  /** Belongs to a list of products. */
  catalogId?: undefined;
}

/** A list of products. */
export interface ProductListOptions extends ListTexts {
  /** Groups of products. */
  sections: readonly ListGroup<ListProduct>[];
  /** Catalogue that holds the products. */
  catalogId: string;
}

/** A list of choices or, with `catalogId`, of products; never of both. */
export type ListOptions = ChoiceListOptions | ProductListOptions;

/**
 * A message that is a menu of choices, or of products, in groups.
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
  const message: ListMessage = { title: options.title, sections: toSections(options) };
  if (options.description !== undefined) message.description = options.description;
  if (options.media !== undefined) message.media = toMedia(options.media);
  const properties = toProperties(options);
  if (properties) message.message_properties = properties;
  return { list_message: message };
}

function toSections(options: ListOptions): ListSection[] {
  return options.catalogId === undefined
    ? options.sections.map(({ title, items }) => toSection(title, items.map(toChoiceItem)))
    : options.sections.map(({ title, items }) => toSection(title, items.map(toProductItem)));
}

function toSection(title: string | undefined, items: ListItem[]): ListSection {
  return title === undefined ? { items } : { title, items };
}

function toChoiceItem(item: ListChoice): ListItem {
  const choice: ChoiceItem = { title: item.title };
  if (item.description !== undefined) choice.description = item.description;
  if (item.media !== undefined) choice.media = toMedia(item.media);
  if (item.postback !== undefined) choice.postback_data = item.postback;
  return { choice };
}

/** Picks the two fields that count when sending: a product of an inbound order has more, and they are read-only. */
function toProductItem({ id, marketplace }: ListProduct): ListItem {
  return { product: { id, marketplace } };
}

function toProperties({ catalogId, menu, whatsappHeader }: ListOptions): ListMessageProperties | undefined {
  if (catalogId === undefined && menu === undefined && whatsappHeader === undefined) return undefined;
  const properties: ListMessageProperties = {};
  if (catalogId !== undefined) properties.catalog_id = catalogId;
  if (menu !== undefined) properties.menu = menu;
  if (whatsappHeader !== undefined) properties.whatsapp_header = whatsappHeader;
  return properties;
}
