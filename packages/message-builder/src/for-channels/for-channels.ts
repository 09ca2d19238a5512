import type {
  AppMessage,
  CardMessage,
  CarouselMessage,
  ChannelIdentities,
  ChannelSpecificMessage,
  ChoiceMessage,
  ConversationChannel,
  KeyedBy,
  TemplateMessage,
} from '@convapi/core';
import { type SpecificMessages, withSpecificMessages } from '../channel-messages/with-specific-messages.ts';
import { need } from '../internal/need.ts';
import { card } from '../messages/card.ts';
import { carousel } from '../messages/carousel.ts';
import { choice } from '../messages/choice.ts';
import { contactInfo } from '../messages/contact-info.ts';
import { list } from '../messages/list.ts';
import { location } from '../messages/location.ts';
import { media } from '../messages/media.ts';
import { template } from '../messages/template.ts';
import { text } from '../messages/text.ts';
import { toIdentities } from '../recipients/to-identities.ts';
import type { LimitChannel } from '../rules/limits.ts';
import type { CardOn, CarouselOptionsOn, Carried, ChoiceOptionsOn, ChoicesOn, TemplateOn } from './carried-by.ts';

/** The builders, taking only what all of the channels carry. One that a channel lacks is a text that says so, and cannot be called. */
export interface ChannelBuilders<C extends LimitChannel> {
  /** A text. */
  text: typeof text;
  /** A file by its address. */
  media: typeof media;
  /** A text with choices that all of the channels have. */
  choice: Carried<C, 'choice', (text: string, choices: ChoicesOn<C>, options?: ChoiceOptionsOn<C>) => { choice_message: ChoiceMessage }>;
  /** A card with what all of the channels have. */
  card: Carried<C, 'card', (options: CardOn<C>) => { card_message: CardMessage }>;
  /** Several such cards. */
  carousel: Carried<C, 'carousel', (cards: readonly CardOn<C>[], options?: CarouselOptionsOn<C>) => { carousel_message: CarouselMessage }>;
  /** A place. */
  location: Carried<C, 'location', typeof location>;
  /** A menu of choices or products. */
  list: Carried<C, 'list', typeof list>;
  /** A stored template; of single channels, only of those that were named. */
  template: (options: TemplateOn<C>) => { template_message: TemplateMessage };
  /** A card of an address book. */
  contactInfo: typeof contactInfo;
  /** Adds messages that only one of the channels has. */
  withSpecificMessages: <T extends AppMessage>(
    message: T,
    specific: Pick<SpecificMessages, C & keyof SpecificMessages>,
  ) => T & { channel_specific_message: KeyedBy<ConversationChannel, ChannelSpecificMessage> };
  /** A recipient by its addresses on the named channels. */
  toIdentities: (identities: { readonly [P in Exclude<C, 'VIBER'>]?: string | undefined }) => { identified_by: ChannelIdentities };
}

/**
 * The builders for messages to the named channels: what one of them would turn into text, or ignore, does not compile.
 *
 * The same functions as ever, with stricter types. SMS and MMS show nearly everything as text, which is what they are named for, so
 * they forbid only lists, of which not even that is promised. Numbers that are no part of a type, such as the length of a caption,
 * are left to `check`.
 *
 * @param channels The channels, written out, so that the compiler sees them.
 *
 * @throws {@link MessageError} when it is given what its types forbid.
 *
 * @example
 * ```ts
 * import { forChannels, reply } from '@convapi/message-builder';
 *
 * const { choice, toIdentities } = forChannels(['WHATSAPP', 'SMS']);
 * const phone = '+46701234567';
 * const recipient = toIdentities({ WHATSAPP: phone, SMS: phone });
 * const message = choice('When shall we come?', [reply('Morning'), reply('Evening')]);
 * ```
 */
export function forChannels<C extends LimitChannel>(channels: readonly C[]): ChannelBuilders<C> {
  need('forChannels.channels', channels, 'list', 'a list of channels');
  const builders = { text, media, choice, card, carousel, location, list, template, contactInfo, withSpecificMessages, toIdentities };
  // Beyond that the channels exist for the compiler only, which cannot see that each builder takes more than it may be given here.
  return builders as unknown as ChannelBuilders<C>;
}
