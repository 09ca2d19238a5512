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

/** A product on KakaoTalk: picture, price and buttons. */
export interface CommerceCard {
  /** Picture of the product: its URL, or the URL with a page to open. */
  image: string | KakaoTalkImage;
  /** Name and price, in the wire form. */
  commerce: KakaoTalkPricing;
  /** Buttons below, in the wire form. */
  buttons: readonly KakaoTalkButton[];
  /** Text beside the product. */
  text?: string | undefined;
  /** Coupon below the product, in the wire form. */
  coupon?: KakaoTalkCoupon | undefined;
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
  head?: KakaoTalkCarouselHead | undefined;
  /** Link after the last card. */
  tail?: KakaoTalkCarouselTail | undefined;
}

/**
 * A KakaoTalk message that offers one product, for `withSpecificMessages`.
 *
 * @example
 * ```ts
 * import { commerce, text, withSpecificMessages } from '@convapi/message-builder';
 *
 * const message = withSpecificMessages(text('New shoes: https://example.com/shoes'), {
 *   KAKAOTALK: commerce({
 *     image: 'https://example.com/shoes.jpg',
 *     commerce: { type: 'REGULAR_PRICE_COMMERCE', title: 'Shoes', regular_price: 99000 },
 *     buttons: [{ type: 'WL', name: 'Buy', link_mo: 'https://example.com/shoes' }],
 *   }),
 * });
 * ```
 */
export function commerce(options: CommerceCard & CommerceSettings): ChannelSpecificMessageCommerce {
  return { message_type: 'COMMERCE', message: { ...toProduct(options), ...toSettings(options) } };
}

/**
 * A KakaoTalk message that offers several products side by side, for `withSpecificMessages`.
 *
 * @example
 * ```ts
 * import { carouselCommerce, text, withSpecificMessages } from '@convapi/message-builder';
 *
 * const shoes = {
 *   image: 'https://example.com/shoes.jpg',
 *   commerce: { type: 'REGULAR_PRICE_COMMERCE', title: 'Shoes', regular_price: 99000 },
 *   buttons: [{ type: 'BK', name: 'Ask' }],
 * } as const;
 * const message = withSpecificMessages(text('New shoes'), {
 *   KAKAOTALK: carouselCommerce([shoes, shoes], { tail: { link_mo: 'https://example.com/all' } }),
 * });
 * ```
 */
export function carouselCommerce(
  cards: readonly CommerceCard[],
  options: CarouselCommerceOptions = {},
): ChannelSpecificMessageCarouselCommerce {
  const carousel: KakaoTalkCarouselCommerceChannelSpecificMessage['carousel'] = { list: cards.map(toProduct) };
  if (options.head !== undefined) carousel.head = options.head;
  if (options.tail !== undefined) carousel.tail = options.tail;
  return { message_type: 'CAROUSEL_COMMERCE', message: { carousel, ...toSettings(options) } };
}

function toProduct({ image, commerce, buttons, text, coupon }: CommerceCard): KakaoTalkCommerceMessage {
  const product: KakaoTalkCommerceMessage = {
    image: typeof image === 'string' ? { image_url: image } : image,
    commerce,
    buttons: buttons.slice(),
  };
  if (text !== undefined) product.additional_content = text;
  if (coupon !== undefined) product.coupon = coupon;
  return product;
}

function toSettings({ pushAlarm, adult }: CommerceSettings): { push_alarm?: boolean; adult?: boolean } {
  return { ...(pushAlarm !== undefined && { push_alarm: pushAlarm }), ...(adult !== undefined && { adult }) };
}
