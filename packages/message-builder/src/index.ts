export { askLocation } from './choices/ask-location.ts';
export { type CalendarOptions, calendar } from './choices/calendar.ts';
export { call } from './choices/call.ts';
export { link } from './choices/link.ts';
export { pin } from './choices/pin.ts';
export { reply } from './choices/reply.ts';
export type { Channel } from './internal/channel.ts';
export type { CardOptions } from './internal/to-card.ts';
export type { LocationOptions } from './internal/to-location.ts';
export type { MediaSource } from './internal/to-media.ts';
export { isMessageError, MessageError, type MessageErrorOptions, type MessageIssue } from './message-error.ts';
export { card } from './messages/card.ts';
export { type CarouselOptions, carousel } from './messages/carousel.ts';
export { type ChoiceOptions, choice } from './messages/choice.ts';
export { type ContactInfoOptions, contactInfo } from './messages/contact-info.ts';
export {
  type ChoiceListOptions,
  type ListChoice,
  type ListGroup,
  type ListOptions,
  type ListProduct,
  list,
  type ProductListOptions,
} from './messages/list.ts';
export { location } from './messages/location.ts';
export { media } from './messages/media.ts';
export {
  type ChannelTemplateOptions,
  type ChannelTemplates,
  type OmniTemplateOptions,
  type TemplateOptions,
  template,
} from './messages/template.ts';
export { text } from './messages/text.ts';
export { toContact } from './recipients/to-contact.ts';
export { type IdentitiesByChannel, toIdentities } from './recipients/to-identities.ts';
