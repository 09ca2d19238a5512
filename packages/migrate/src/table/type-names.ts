import { CORE_TYPES } from '../generated/vendor-models.ts';
import type { Call } from './call.ts';
import { CALLS } from './calls.ts';

/** How a type of the vendor is written with ours. */
export interface TypeText {
  /** Pieces of text; a piece with a `name` stands for a type of that package, which has to be imported. */
  parts: readonly (string | TypeName)[];
}

export interface TypeName {
  name: string;
  from: '@convapi/core' | '@convapi/client' | '@convapi/webhook-verifier';
}

export const core = (name: string): TypeName => ({ name, from: '@convapi/core' });
export const client = (name: string): TypeName => ({ name, from: '@convapi/client' });

/** The vendor names the object with the one key after what is in it; ours are named after what is in it. */
const WRAPPED: Record<string, [key: string, inner: string]> = {
  TextMessage: ['text_message', 'TextMessage'],
  CardMessage: ['card_message', 'CardMessage'],
  CarouselMessage: ['carousel_message', 'CarouselMessage'],
  ChoiceMessage: ['choice_message', 'ChoiceMessage'],
  ContactInfoMessage: ['contact_info_message', 'ContactInfoMessage'],
  ListMessage: ['list_message', 'ListMessage'],
  LocationMessage: ['location_message', 'LocationMessage'],
  MediaMessage: ['media_message', 'MediaProperties'],
  TemplateMessage: ['template_message', 'TemplateMessage'],
  AgentJoinedEvent: ['agent_joined_event', 'AgentJoinedEvent'],
  AgentLeftEvent: ['agent_left_event', 'AgentLeftEvent'],
  CommentEvent: ['comment_event', 'CommentEvent'],
  CommentReplyEvent: ['comment_reply_event', 'CommentReplyEvent'],
  GenericEvent: ['generic_event', 'GenericEvent'],
  ChoiceItemWrapper: ['choice', 'ChoiceItem'],
  ProductItemWrapper: ['product', 'ProductItem'],
};

/** Types that are called otherwise. */
const RENAMED: Record<string, string> = {
  AgentJoinedEventType: 'AgentJoinedEvent',
  AgentLeftEventType: 'AgentLeftEvent',
  AuditRecordsList: 'AuditRecordsResponse',
  CalendarMessageChoice: 'ChoiceCalendarMessage',
  CallMessageChoice: 'ChoiceCallMessage',
  LocationMessageChoice: 'ChoiceLocationMessage',
  ShareLocationMessageChoice: 'ChoiceShareLocationMessage',
  TextMessageChoice: 'ChoiceTextMessage',
  UrlMessageChoice: 'ChoiceUrlMessage',
  CardMessageItem: 'CardMessage',
  CardMessageItemProperties: 'CardMessageProperties',
  CarouselMessageItem: 'CarouselMessage',
  ChoiceMessageItem: 'ChoiceMessage',
  ChoiceMessageItemProperties: 'ChoiceMessageProperties',
  CommentEventItem: 'CommentEvent',
  CommentReplyEventItem: 'CommentReplyEvent',
  ComposingEvent: 'AppComposingEvent',
  ComposingEndEvent: 'AppComposingEndEvent',
  ContactId: 'RecipientContactId',
  ContactInfoMessageItem: 'ContactInfoMessage',
  ContactMessageChannelSpecificContactMessage: 'ContactChannelSpecificMessage',
  ContactMessageChoiceResponseMessage: 'ContactChoiceResponseMessage',
  ContactMessageFallbackMessage: 'ContactFallbackMessage',
  ContactMessageLocationMessage: 'ContactLocationMessage',
  ContactMessageMediaCardMessage: 'ContactMediaCardMessage',
  ContactMessageMediaMessage: 'ContactMediaMessage',
  ContactMessageProductResponseMessage: 'ContactProductResponseMessage',
  ContactMessageTextMessage: 'ContactTextMessage',
  ConversationChannelCredentialRequest: 'ConversationChannelCredential',
  ConversationChannelCredentialResponse: 'ConversationChannelCredential',
  ConversationDeletedEvent: 'ContactConversationDeletedEvent',
  CreateWebhookRequestBody: 'CreateWebhookRequest',
  UpdateWebhookRequestBody: 'UpdateWebhookRequest',
  FlowChannelSpecificMessageFlowActionPayload: 'FlowActionPayload',
  GenericEventItem: 'GenericEvent',
  IdentifiedBy: 'RecipientIdentifiedBy',
  IdentifiedByItem: 'ChannelIdentities',
  KakaoTalkCarouselCommerce: 'KakaoTalkCarouselCommerceChannelSpecificMessage',
  KakaoTalkCommerce: 'KakaoTalkCommerceChannelSpecificMessage',
  KakaoTalkMessage: 'KakaoTalkCommerceMessage',
  KakaoTalkCommerceMessage: 'ChannelSpecificMessageCommerce',
  KakaoTalkCarouselCommerceMessage: 'ChannelSpecificMessageCarouselCommerce',
  LineEnterpriseCredentialsJapan: 'LineEnterpriseCredentialsLineJapan',
  LineEnterpriseCredentialsThailand: 'LineEnterpriseCredentialsLineThailand',
  LineNotificationTemplate: 'LineNotificationMessageTemplateMessage',
  LineNotificationTemplateBody: 'LineNotificationMessageTemplateBody',
  LineNotificationTemplateButton: 'LineNotificationMessageTemplateButton',
  LineNotificationTemplateItem: 'LineNotificationMessageTemplateItem',
  LineNotificationTemplateMessage: 'ChannelSpecificMessageNotificationMessageTemplate',
  ListMessageItem: 'ListMessage',
  ListMessageItemProperties: 'ListMessageProperties',
  LocationMessageItem: 'LocationMessage',
  LookupCapabilityRequest: 'QueryCapabilityRequest',
  LookupCapabilityResponse: 'QueryCapabilityResponse',
  PaymentOrderDetailsChannelSpecificMessagePayment: 'OrderDetailsPayment',
  PaymentOrderDetailsChannelSpecificMessagePaymentOrder: 'OrderDetailsPaymentOrder',
  PaymentOrderDetailsChannelSpecificMessagePaymentOrderItems: 'OrderDetailsPaymentOrderItems',
  PaymentOrderDetailsChannelSpecificMessagePaymentPaymentSettings: 'OrderDetailsPaymentSettings',
  PaymentOrderDetailsChannelSpecificMessagePaymentPaymentSettingsDynamicPix: 'DynamicPix',
  PaymentOrderStatusChannelSpecificMessagePayment: 'OrderStatusPayment',
  PaymentOrderStatusChannelSpecificMessagePaymentOrder: 'OrderStatusPaymentDetails',
  PaymentStatusUpdateEventOneOf: 'ContactMessagePaymentStatusUpdateEvent',
  ReactionEventOneOf: 'ContactMessageReactionEvent',
  ShortLinkActivatedEventOneOf: 'ContactMessageShortlinkActivatedEvent',
  TemplateMessageItem: 'TemplateMessage',
  TextMessageItem: 'TextMessage',
  WhatsAppFlow: 'FlowChannelSpecificMessage',
  WhatsAppFlowMessage: 'ChannelSpecificMessageFlows',
  WhatsAppPaymentOrderDetails: 'PaymentOrderDetailsChannelSpecificMessage',
  WhatsAppPaymentOrderDetailsMessage: 'ChannelSpecificMessageOrderDetails',
  WhatsAppPaymentOrderStatus: 'PaymentOrderStatusChannelSpecificMessage',
  WhatsAppPaymentOrderStatusMessage: 'ChannelSpecificMessageOrderStatus',
  WhatsAppSpecificContactMessage: 'ChannelSpecificContactMessage',
  WhatsappInteractiveHeader: 'WhatsAppInteractiveHeader',
  ...Object.fromEntries(
    channelCredentials()
      .flatMap((name) => [name, `${name}Response`])
      .map((name) => [name, 'ConversationChannelCredential']),
  ),
};

function channelCredentials(): string[] {
  const channels = ['AppleBC', 'Instagram', 'KakaoTalk', 'KakaoTalkChat', 'Line', 'LineEnterprise', 'Messenger', 'Mms', 'Rcs'];
  return [...channels, 'Sms', 'SmsWithBearer', 'Telegram', 'Viber', 'ViberBM', 'WeChat', 'WhatsApp'].map(
    (one) => `ChannelCredentials${one}`,
  );
}

/** Vendor's types of the one argument of a call, and of the body of its variants. */
const ARGUMENTS: ReadonlyMap<string, TypeText> = new Map(
  CALLS.flatMap((one) => [[one.data, argumentType(one)] as const, ...one.variants.map(({ data }) => [data, argumentType(one)] as const)]),
);
const VARIANT_BODIES = new Map(
  CALLS.flatMap(({ body, variants }) => variants.map(({ bodyType }) => [bodyType, body?.type ?? ''] as const)),
);

function argumentType({ path, body, idInBody, query, ours }: Call): TypeText {
  const queryType = client(`${pascal(ours.resource)}${pascal(ours.method)}Query`);
  if (path.length === 0 && body === undefined) return { parts: query.length > 0 ? [queryType] : ['object'] };
  const fields: (string | TypeName)[][] = path.map((key) => [`${key}: `, key === 'list_type' ? core('ConsentsListType') : 'string']);
  if (body) fields.push([`${body.key}: `, ...(idInBody ? ['Omit<', core(body.type), ", 'id'>"] : [core(body.type)])]);
  const object = ['{ ', ...fields.flatMap((field, index) => (index === 0 ? field : ['; ', ...field])), ' }'];
  return { parts: query.length > 0 ? [...object, ' & ', queryType] : object };
}

function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** A type of the vendor's `Conversation` namespace as ours; `undefined` for what we do not have. */
export function toOurType(name: string): TypeText | undefined {
  const argument = ARGUMENTS.get(name);
  if (argument) return argument;
  const wrapped = WRAPPED[name];
  if (wrapped) return { parts: [`{ ${wrapped[0]}: `, core(wrapped[1]), ' }'] };
  if (name === 'ConversationWebhookEvent') return { parts: [core('KnownWebhookEvent')] };
  const renamed = RENAMED[name] ?? VARIANT_BODIES.get(name) ?? name;
  return CORE_TYPES.includes(renamed) ? { parts: [core(renamed)] } : undefined;
}

/** Every name of the vendor's that `toOurType` knows. */
export const KNOWN_VENDOR_TYPES: readonly string[] = [
  ...new Set([
    ...CORE_TYPES,
    ...ARGUMENTS.keys(),
    ...Object.keys(WRAPPED),
    ...Object.keys(RENAMED),
    ...VARIANT_BODIES.keys(),
    'ConversationWebhookEvent',
  ]),
];
