import type {
  ChannelSpecificMessageCarouselCommerce,
  ChannelSpecificMessageCommerce,
  KakaoTalkButton,
  KakaoTalkCarouselCommerceChannelSpecificMessage,
  KakaoTalkCarouselHead,
  KakaoTalkCarouselTail,
  KakaoTalkCommerceMessage,
  KakaoTalkCoupon,
  KakaoTalkImage,
  KakaoTalkPricing,
} from '@convapi/core';
import { need } from '../internal/need.ts';
import { type CamelCased, toSnakeCase } from '../internal/to-snake-case.ts';
import { type Fields, toWire, toWireWith } from '../internal/to-wire.ts';

/** A product on KakaoTalk: picture, price and buttons. */
export interface CommerceCard {
  /** Picture of the product: its URL, or the URL with a page to open. */
  image: string | CamelCased<KakaoTalkImage>;
  /** Name and price. */
  commerce: CamelCased<KakaoTalkPricing>;
  /** Buttons below. */
  buttons: readonly CamelCased<KakaoTalkButton>[];
  /** Text beside the product. */
  text?: string | undefined;
  /** Coupon below the product. */
  coupon?: CamelCased<KakaoTalkCoupon> | undefined;
}

/** Settings of a KakaoTalk message. */
export interface CommerceSettings {
  /** Whether the phone makes itself heard. */
  pushAlarm?: boolean | undefined;
  /** Whether it is for adults only. Default: no. */
  adult?: boolean | undefined;
}

/** What stands around the products of a KakaoTalk carousel. */
export interface CarouselCommerceOptions extends CommerceSettings {
  /** First card, which introduces the others. */
  head?: CamelCased<KakaoTalkCarouselHead> | undefined;
  /** Link after the last card. */
  tail?: CamelCased<KakaoTalkCarouselTail> | undefined;
}

type Settings = { push_alarm?: boolean; adult?: boolean };
type Carousel = KakaoTalkCarouselCommerceChannelSpecificMessage;

const PRODUCT_FIELDS: Fields<CommerceCard, KakaoTalkCommerceMessage> = {
  image(product, image, path) {
    product.image =
      typeof image === 'string' ? { image_url: image } : toSnakeCase<KakaoTalkImage>(path, image, 'a URL or an object with imageUrl');
  },
  commerce(product, commerce, path) {
    product.commerce = toSnakeCase<KakaoTalkPricing>(path, commerce);
  },
  buttons(product, buttons, path) {
    need(path, buttons, 'list');
    product.buttons = Array.from(buttons, (one, at) => toSnakeCase<KakaoTalkButton>(`${path}[${at}]`, one, 'a button, in an object'));
  },
  text(product, text, path) {
    product.additional_content = need(path, text);
  },
  coupon(product, coupon, path) {
    product.coupon = toSnakeCase<KakaoTalkCoupon>(path, coupon);
  },
};

const SETTING_FIELDS: Fields<CommerceSettings, Settings> = {
  pushAlarm(message, on, path) {
    message.push_alarm = need(path, on, 'boolean');
  },
  adult(message, on, path) {
    message.adult = need(path, on, 'boolean');
  },
};

// Put together from others: marked pure, so that bundlers drop them where nobody uses them.
const ONE_FIELDS = /* @__PURE__ */ ((): Fields<CommerceCard & CommerceSettings, KakaoTalkCommerceMessage & Settings> => ({
  ...PRODUCT_FIELDS,
  ...SETTING_FIELDS,
}))();

const CAROUSEL_FIELDS = /* @__PURE__ */ ((): Fields<CarouselCommerceOptions, Carousel> => ({
  ...SETTING_FIELDS,
  head({ carousel }, head, path) {
    carousel.head = toSnakeCase<KakaoTalkCarouselHead>(path, head);
  },
  tail({ carousel }, tail, path) {
    carousel.tail = toSnakeCase<KakaoTalkCarouselTail>(path, tail);
  },
}))();

/**
 * A KakaoTalk message that offers one product, for `withSpecificMessages`.
 *
 * @throws {@link MessageError} when it is given what its types forbid.
 *
 * @example
 * ```ts
 * import { commerce, text, withSpecificMessages } from '@convapi/message-builder';
 *
 * const message = withSpecificMessages(text('New shoes: https://example.com/shoes'), {
 *   KAKAOTALK: commerce({
 *     image: 'https://example.com/shoes.jpg',
 *     commerce: { type: 'REGULAR_PRICE_COMMERCE', title: 'Shoes', regularPrice: 99000 },
 *     buttons: [{ type: 'WL', name: 'Buy', linkMo: 'https://example.com/shoes' }],
 *   }),
 * });
 * ```
 */
export function commerce(options: CommerceCard & CommerceSettings): ChannelSpecificMessageCommerce {
  return { message_type: 'COMMERCE', message: toProduct('commerce', options, ONE_FIELDS) };
}

/**
 * A KakaoTalk message that offers several products side by side, for `withSpecificMessages`.
 *
 * @throws {@link MessageError} when it is given what its types forbid.
 *
 * @example
 * ```ts
 * import { carouselCommerce, text, withSpecificMessages } from '@convapi/message-builder';
 *
 * const shoes = {
 *   image: 'https://example.com/shoes.jpg',
 *   commerce: { type: 'REGULAR_PRICE_COMMERCE', title: 'Shoes', regularPrice: 99000 },
 *   buttons: [{ type: 'BK', name: 'Ask' }],
 * } as const;
 * const message = withSpecificMessages(text('New shoes'), {
 *   KAKAOTALK: carouselCommerce([shoes, shoes], { tail: { linkMo: 'https://example.com/all' } }),
 * });
 * ```
 */
export function carouselCommerce(
  cards: readonly CommerceCard[],
  options: CarouselCommerceOptions = {},
): ChannelSpecificMessageCarouselCommerce {
  const path = 'carouselCommerce.cards';
  const list = Array.from(need(path, cards, 'list'), (card, at) => toProduct(`${path}[${at}]`, card, PRODUCT_FIELDS));
  const message = toWire<CarouselCommerceOptions, Carousel>('carouselCommerce', options, CAROUSEL_FIELDS, { carousel: { list } });
  return { message_type: 'CAROUSEL_COMMERCE', message };
}

function toProduct<Card extends CommerceCard>(
  builder: string,
  card: Card,
  fields: Fields<Card, KakaoTalkCommerceMessage>,
): KakaoTalkCommerceMessage {
  // What is needed takes the place of what stands here.
  return toWireWith(builder, card, fields, {} as KakaoTalkCommerceMessage, ['image', 'commerce', 'buttons']);
}
