export {
  type CarouselCommerceOptions,
  type CommerceCard,
  type CommerceSettings,
  carouselCommerce,
  commerce,
} from './channel-messages/commerce.ts';
export { type FlowOptions, flow } from './channel-messages/flow.ts';
export { type NotificationTemplateOptions, notificationTemplate } from './channel-messages/notification-template.ts';
export { type OrderDetailsOptions, type OrderStatusOptions, orderDetails, orderStatus } from './channel-messages/order.ts';
export type { WhatsAppFrame, WhatsAppHeader } from './channel-messages/to-frame.ts';
export { type AgentOptions, withAgent } from './channel-messages/with-agent.ts';
export { type ExplicitMessages, withExplicitMessages } from './channel-messages/with-explicit-messages.ts';
export { type OmniOverrides, templateReference, withOmniOverrides } from './channel-messages/with-omni-overrides.ts';
export { withReplyTo } from './channel-messages/with-reply-to.ts';
export { type SpecificMessages, withSpecificMessages } from './channel-messages/with-specific-messages.ts';
export { check } from './check/check.ts';
export { checkSend } from './check/check-send.ts';
export { countSms, type SmsCount, type SmsEncoding } from './check/count-sms.ts';
export type { CheckIssue, IssueCode, IssueSeverity } from './check/issue.ts';
export { askLocation } from './choices/ask-location.ts';
export { type CalendarOptions, calendar } from './choices/calendar.ts';
export { call } from './choices/call.ts';
export { link } from './choices/link.ts';
export { persistent } from './choices/persistent.ts';
export { pin } from './choices/pin.ts';
export { reply } from './choices/reply.ts';
export { explain } from './explain/explain.ts';
export type { ExplainedApp, ExplainedContact, ExplainOptions } from './explain/explain-options.ts';
export type { Attempt, CostDriver, Explanation, OrderRule, Refusal, SendingWindow } from './explain/explanation.ts';
export { formatExplanation } from './explain/format-explanation.ts';
export { type ChannelBuilders, forChannels } from './for-channels/for-channels.ts';
export { API_LIMITS, LIMIT_SOURCES, LIMITS } from './generated/limits.ts';
export type { Channel } from './internal/channel.ts';
export type { CardOptions } from './internal/to-card.ts';
export type { LocationOptions } from './internal/to-location.ts';
export type { MediaSource } from './internal/to-media.ts';
export type { ApiLimits, ChannelLimits, Limit, LimitBasis, LimitChannel, ListLimits, NativeSupport, SmsTextLimit } from './limits.ts';
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
export { toSvg } from './picture/to-svg.ts';
export { type InboundCallback, replyTo, type Sender } from './recipients/reply-to.ts';
export { toContact } from './recipients/to-contact.ts';
export { type IdentitiesByChannel, toIdentities } from './recipients/to-identities.ts';
export { formatRendered } from './render/format-rendered.ts';
export { render } from './render/render.ts';
export type { ConversationEntry, FileFacts, RenderOptions } from './render/render-options.ts';
export type {
  Certainty,
  RenderChannel,
  RenderedChange,
  RenderedLimit,
  RenderedMessage,
  RenderedQuote,
  RenderedSender,
  RenderedType,
  RenderMode,
} from './render/rendered-message.ts';
export type {
  CardPart,
  CarouselPart,
  ChoicePlacement,
  ChoicesPart,
  ContactPart,
  LinkPreview,
  ListPart,
  LocationPart,
  MediaKind,
  MediaPart,
  PayloadPart,
  ReactionPart,
  RenderedCard,
  RenderedChoice,
  RenderedContactLine,
  RenderedListItem,
  RenderedMedia,
  RenderedOrder,
  RenderedOrderLine,
  RenderedPart,
  TemplatePart,
  TextPart,
  TypedChoice,
} from './render/rendered-part.ts';
export type { TemplateButtonWords, TemplateCardWords, TemplateWords } from './render/template-words.ts';
export type { Spans, TextSpan } from './render/text-span.ts';
export type { ChannelProperties } from './request/channel-properties.ts';
export { type SendOptions, send } from './request/send.ts';
export type { Duration } from './request/to-ttl.ts';
export {
  type WhatsAppButton,
  type WhatsAppHeaderMedia,
  type WhatsAppParameters,
  whatsappParameters,
} from './templates/whatsapp-parameters.ts';
