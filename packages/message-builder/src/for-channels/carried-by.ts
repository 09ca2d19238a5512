import type { ChannelSpecificTemplateReference, Choice, TemplateReference } from '@convapi/core';
import type { call } from '../choices/call.ts';
import type { link } from '../choices/link.ts';
import type { pin } from '../choices/pin.ts';
import type { reply } from '../choices/reply.ts';
import type { LIMITS } from '../generated/limits.ts';
import type { CardOptions } from '../internal/to-card.ts';
import type { MediaSource } from '../internal/to-media.ts';
import type { LimitChannel, NativeSupport } from '../limits.ts';
import type { CarouselOptions } from '../messages/carousel.ts';
import type { ChoiceOptions } from '../messages/choice.ts';

/**
 * Channels that turn a type of message into text, by the table of limits. SMS and MMS do so with nearly everything, and are meant to,
 * so that they only count where not even a text is promised.
 */
export type Losing<C extends LimitChannel, K extends keyof NativeSupport> = {
  [P in C]: (typeof LIMITS)[P]['native'][K] extends `transcoded${infer How}`
    ? P extends 'SMS' | 'MMS'
      ? K extends 'list'
        ? P
        : never
      : // A place on RCS becomes a text and a button that opens it, which is all that it was.
        How extends ` (text + one location choice)`
        ? never
        : P
    : never;
}[C];

/** Stands for a builder of messages that a channel does not carry. It has the name of the reason for the compiler to show. */
export interface NotCarried<Reason extends string> {
  readonly notCarried?: Reason;
}

/** The builder, or the reason why there is none. */
export type Carried<C extends LimitChannel, K extends keyof NativeSupport, Builder> = [Losing<C, K>] extends [never]
  ? Builder
  : NotCarried<`${Losing<C, K>} does not carry ${K} messages`>;

type Reply = ReturnType<typeof reply>;
type Link = ReturnType<typeof link>;
type ViberChoice = Link | ReturnType<typeof call> | ReturnType<typeof pin>;

/** Buttons that all of the channels have. */
export type ChoicesOn<C extends LimitChannel> = 'VIBERBM' extends C
  ? readonly ['WHATSAPP' extends C ? Link : ViberChoice]
  : 'WHATSAPP' extends C
    ? readonly [Link] | readonly [Reply, Reply?, Reply?]
    : 'MESSENGER' extends C
      ? readonly [Choice, Choice?, Choice?]
      : readonly Choice[];

/** What a choice message may have beside its choices. */
export type ChoiceOptionsOn<C extends LimitChannel> = 'WHATSAPP' extends C ? ChoiceOptions : { whatsappFooter?: undefined };

/** A card that all of the channels have. */
export type CardOn<C extends LimitChannel> = Omit<CardOptions, 'choices' | 'whatsappHeader' | 'media'> &
  ('VIBERBM' extends C ? ViberCard<C> : OrdinaryCard<C>) &
  ('WHATSAPP' extends C ? Pick<CardOptions, 'whatsappHeader'> : { whatsappHeader?: undefined });

/** An image and exactly one button: anything else becomes text. */
interface ViberCard<C extends LimitChannel> {
  media: MediaSource;
  choices: ChoicesOn<C>;
}

interface OrdinaryCard<C extends LimitChannel> {
  media?: MediaSource | undefined;
  // The three choices of Messenger are stated for choice messages only.
  choices?: ChoicesOn<Exclude<C, 'MESSENGER'>> | undefined;
}

/** What a carousel may have beside its cards. */
export type CarouselOptionsOn<C extends LimitChannel> = 'INSTAGRAM' extends C ? { choices?: undefined } : CarouselOptions;

/** Stored templates for some of the channels. WhatsApp does without a default language. */
export type TemplatesOn<C extends LimitChannel> = {
  [P in Exclude<C, 'VIBER'>]?: P extends 'WHATSAPP'
    ? ChannelSpecificTemplateReference & { language_code: string }
    : ChannelSpecificTemplateReference;
};

/** At least one of `omni` and `channels`. */
export type TemplateOn<C extends LimitChannel> =
  | { omni: TemplateReference; channels?: TemplatesOn<C> | undefined }
  | { omni?: undefined; channels: TemplatesOn<C> };
