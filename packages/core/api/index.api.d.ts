// What customers see. Written by "pnpm api:update": a change here is a change for them.

interface AddressInfo {
    city?: string;
    country?: string;
    country_code?: string;
    state?: string;
    type?: string;
    zip?: string;
}

interface Agent {
    display_name?: string;
    picture_url?: string;
    type?: "UNKNOWN_AGENT_TYPE" | "HUMAN" | "BOT";
}

interface AgentJoinedEvent {
    agent: Agent;
}

interface AgentLeftEvent {
    agent: Agent;
}

interface AnalysisResult {
    ml_image_recognition_result?: MachineLearningImageRecognitionResult[];
    ml_nlu_result?: MachineLearningNLUResult[];
    ml_offensive_analysis_result?: OffensiveAnalysis[];
    ml_pii_result?: MachineLearningPIIResult[];
    ml_sentiment_result?: MachineLearningSentimentResult[];
}

declare class ApiError extends ConvapiError {
    readonly name = "ApiError";
    readonly status: number;
    readonly code: string | undefined;
    readonly requestId: string | undefined;
    readonly details: ErrorDetailEntry[];
    readonly retryAfterMs: number | undefined;
    readonly operation: string | undefined;
    readonly body: unknown;
    constructor(message: string, options: ApiErrorOptions);
    get fieldViolations(): FieldViolation[];
}

interface ApiErrorOptions extends ConvapiErrorOptions {
    status: number;
    code?: string | undefined;
    requestId?: string | undefined;
    details?: ErrorDetailEntry[];
    retryAfterMs?: number | undefined;
    operation?: string | undefined;
    body?: unknown;
}

interface AppCreateRequest {
    callback_settings?: CallbackSettings;
    channel_credentials: ConversationChannelCredential[];
    conversation_metadata_report_view?: ConversationMetadataReportView;
    delivery_report_based_fallback?: DeliveryReportBasedFallback;
    dispatch_retention_policy?: DispatchRetentionPolicy;
    display_name: string;
    message_retry_settings?: MessageRetrySettings;
    processing_mode?: ProcessingMode;
    retention_policy?: RetentionPolicy;
    smart_conversation?: SmartConversation;
}

type AppEvent = {
    agent_joined_event?: never;
    agent_left_event?: never;
    comment_reply_event?: never;
    composing_end_event?: never;
    composing_event: {
        [key: string]: unknown;
    };
    generic_event?: never;
} | {
    agent_joined_event?: never;
    agent_left_event?: never;
    comment_reply_event?: never;
    composing_end_event: {
        [key: string]: unknown;
    };
    composing_event?: never;
    generic_event?: never;
} | {
    agent_joined_event?: never;
    agent_left_event?: never;
    comment_reply_event: CommentReplyEvent;
    composing_end_event?: never;
    composing_event?: never;
    generic_event?: never;
} | {
    agent_joined_event: AgentJoinedEvent;
    agent_left_event?: never;
    comment_reply_event?: never;
    composing_end_event?: never;
    composing_event?: never;
    generic_event?: never;
} | {
    agent_joined_event?: never;
    agent_left_event: AgentLeftEvent;
    comment_reply_event?: never;
    composing_end_event?: never;
    composing_event?: never;
    generic_event?: never;
} | {
    agent_joined_event?: never;
    agent_left_event?: never;
    comment_reply_event?: never;
    composing_end_event?: never;
    composing_event?: never;
    generic_event: GenericEvent;
};

type AppMessage = {
    agent?: Agent | null;
    channel_specific_message?: Partial<Record<ConversationChannel, ChannelSpecificMessage>>;
    explicit_channel_message?: Partial<Record<ConversationChannel, string>>;
    explicit_channel_omni_message?: Partial<Record<ChannelSpecificTemplate, OmniMessageOverride>>;
} & ({
    card_message: CardMessage;
    carousel_message?: never;
    choice_message?: never;
    contact_info_message?: never;
    list_message?: never;
    location_message?: never;
    media_message?: never;
    template_message?: never;
    text_message?: never;
} | {
    card_message?: never;
    carousel_message?: never;
    choice_message: ChoiceMessage;
    contact_info_message?: never;
    list_message?: never;
    location_message?: never;
    media_message?: never;
    template_message?: never;
    text_message?: never;
} | {
    card_message?: never;
    carousel_message?: never;
    choice_message?: never;
    contact_info_message?: never;
    list_message?: never;
    location_message: LocationMessage;
    media_message?: never;
    template_message?: never;
    text_message?: never;
} | {
    card_message?: never;
    carousel_message: CarouselMessage;
    choice_message?: never;
    contact_info_message?: never;
    list_message?: never;
    location_message?: never;
    media_message?: never;
    template_message?: never;
    text_message?: never;
} | {
    card_message?: never;
    carousel_message?: never;
    choice_message?: never;
    contact_info_message?: never;
    list_message?: never;
    location_message?: never;
    media_message: MediaProperties;
    template_message?: never;
    text_message?: never;
} | {
    card_message?: never;
    carousel_message?: never;
    choice_message?: never;
    contact_info_message?: never;
    list_message?: never;
    location_message?: never;
    media_message?: never;
    template_message: TemplateMessage;
    text_message?: never;
} | {
    card_message?: never;
    carousel_message?: never;
    choice_message?: never;
    contact_info_message?: never;
    list_message?: never;
    location_message?: never;
    media_message?: never;
    template_message?: never;
    text_message: TextMessage;
} | {
    card_message?: never;
    carousel_message?: never;
    choice_message?: never;
    contact_info_message?: never;
    list_message: ListMessage;
    location_message?: never;
    media_message?: never;
    template_message?: never;
    text_message?: never;
} | {
    card_message?: never;
    carousel_message?: never;
    choice_message?: never;
    contact_info_message: ContactInfoMessage;
    list_message?: never;
    location_message?: never;
    media_message?: never;
    template_message?: never;
    text_message?: never;
});

interface AppResponse {
    callback_settings?: CallbackSettings;
    channel_credentials?: ConversationChannelCredential[];
    conversation_metadata_report_view?: Open<ConversationMetadataReportView>;
    delivery_report_based_fallback?: DeliveryReportBasedFallback | null;
    dispatch_retention_policy?: DispatchRetentionPolicy;
    display_name?: string;
    id?: string;
    message_retry_settings?: MessageRetrySettings | null;
    message_search?: MessageSearch;
    persist_message_status?: PersistMessageStatus;
    processing_mode?: Open<ProcessingMode>;
    queue_stats?: QueueStats;
    rate_limits?: RateLimits;
    retention_policy?: RetentionPolicy;
    smart_conversation?: SmartConversation;
}

interface AppUpdateRequest {
    callback_settings?: CallbackSettings;
    channel_credentials?: ConversationChannelCredential[];
    conversation_metadata_report_view?: ConversationMetadataReportView;
    delivery_report_based_fallback?: DeliveryReportBasedFallback;
    dispatch_retention_policy?: DispatchRetentionPolicy;
    display_name?: string;
    message_retry_settings?: MessageRetrySettings;
    processing_mode?: ProcessingMode;
    retention_policy?: RetentionPolicy;
    smart_conversation?: SmartConversation;
}

interface AppleBcCredentials {
    apple_pay_certificate_password?: string;
    apple_pay_certificate_reference?: string;
    business_chat_account_id: string;
    merchant_id?: string;
}

interface AuditRecord {
    app_id: string;
    datetime: string;
    list_type: Open<ConsentsListType>;
    operation: Open<ConsentOperation>;
    origin: Open<ConsentOrigin>;
    project_id: string;
}

interface AuditRecordsResponse {
    audit_records?: AuditRecord[];
    identity?: ConsentIdentity;
}

declare class AuthError extends ConvapiError {
    readonly name = "AuthError";
    readonly status: number | undefined;
    readonly code: string | undefined;
    constructor(message: string, options?: ConvapiErrorOptions & {
        status?: number | undefined;
        code?: string | undefined;
    });
}

declare const BATCH_STATUSES: readonly [
    "READY",
    "SCHEDULED",
    "PROCESSED",
    "CANCELLED"
];

interface BasicAuthCredential {
    password: string;
    username: string;
}

type Batch = {
    batch_id?: string;
    status?: Open<BatchStatus>;
} & {
    [key: string]: unknown;
};

type BatchAccepted = {
    batch_id?: string;
} & {
    [key: string]: unknown;
};

interface BatchCreateContactsRequest {
    contacts: ContactCreateRequest[];
}

interface BatchDeleteContactsRequest {
    contact_ids: string[];
}

interface BatchInsertConsentsRequest {
    app_id: string;
    identities: ConsentIdentity[];
    list_type: ConsentsListType;
}

interface BatchRecipient {
    conversation_metadata?: {
        [key: string]: unknown;
    };
    message_metadata?: {
        [key: string]: unknown;
    };
    parameters?: {
        [key: string]: string;
    };
    recipient: Recipient;
}

type BatchStatus = "READY" | "SCHEDULED" | "PROCESSED" | "CANCELLED";

interface Boleto {
    digitable_line: string;
    type: "boleto";
}

declare const CARD_HEIGHTS: readonly [
    "UNSPECIFIED_HEIGHT",
    "SHORT",
    "MEDIUM",
    "TALL"
];

declare const CHANNELS: readonly [
    "WHATSAPP",
    "RCS",
    "SMS",
    "MESSENGER",
    "VIBERBM",
    "MMS",
    "INSTAGRAM",
    "TELEGRAM",
    "KAKAOTALK",
    "KAKAOTALKCHAT",
    "LINE",
    "WECHAT",
    "APPLEBC"
];

declare const CHANNEL_PROPERTY_KEYS: readonly [
    "MESSENGER_MESSAGING_TYPE",
    "MESSENGER_MESSAGE_TAG",
    "MESSENGER_NOTIFICATION_TYPE",
    "VIBER_SENDER_NAME",
    "VIBER_SENDER_AVATAR",
    "SMS_FLASH_MESSAGE",
    "MMS_SENDER",
    "TELEGRAM_DISABLE_LINK_PREVIEW",
    "SMS_SENDER",
    "INSTAGRAM_MESSAGE_TAG",
    "MMS_STRICT_VALIDATION",
    "KAKAOTALK_AUTHENTICATION",
    "LINE_VIDEO_TRACKING_ID",
    "RCS_WEBVIEW_MODE",
    "RCS_CARD_ORIENTATION",
    "RCS_CARD_THUMBNAIL_IMAGE_ALIGNMENT",
    "SMS_MAX_NUMBER_OF_MESSAGE_PARTS"
];

declare const CHANNEL_SPECIFIC_TEMPLATES: readonly [
    "WHATSAPP",
    "KAKAOTALK",
    "WECHAT"
];

declare const CONSENTS_LIST_TYPES: readonly [
    "OPT_OUT_ALL",
    "OPT_OUT_MARKETING",
    "OPT_OUT_NOTIFICATION"
];

declare const CONSENT_OPERATIONS: readonly [
    "OPERATION_INSERT",
    "OPERATION_UPDATE",
    "OPERATION_DELETE"
];

declare const CONSENT_ORIGINS: readonly [
    "ORIGIN_API",
    "ORIGIN_MO"
];

declare const CONTACT_LANGUAGES: readonly [
    "AF",
    "SQ",
    "AR",
    "AZ",
    "BN",
    "BG",
    "CA",
    "ZH",
    "ZH_CN",
    "ZH_HK",
    "ZH_TW",
    "HR",
    "CS",
    "DA",
    "NL",
    "EN",
    "EN_GB",
    "EN_US",
    "ET",
    "FIL",
    "FI",
    "FR",
    "DE",
    "EL",
    "GU",
    "HA",
    "HE",
    "HI",
    "HU",
    "ID",
    "GA",
    "IT",
    "JA",
    "KN",
    "KK",
    "KO",
    "LO",
    "LV",
    "LT",
    "MK",
    "MS",
    "ML",
    "MR",
    "NB",
    "FA",
    "PL",
    "PT",
    "PT_BR",
    "PT_PT",
    "PA",
    "RO",
    "RU",
    "SR",
    "SK",
    "SL",
    "ES",
    "ES_AR",
    "ES_ES",
    "ES_MX",
    "SW",
    "SV",
    "TA",
    "TE",
    "TH",
    "TR",
    "UK",
    "UR",
    "UZ",
    "VI",
    "ZU",
    "UNSPECIFIED"
];

declare const CONVERSATION_MERGE_STRATEGIES: readonly [
    "MERGE"
];

declare const CONVERSATION_MESSAGES_VIEWS: readonly [
    "WITH_METADATA",
    "WITHOUT_METADATA"
];

declare const CONVERSATION_METADATA_REPORT_VIEWS: readonly [
    "NONE",
    "FULL"
];

declare const CONVERSATION_METADATA_UPDATE_STRATEGIES: readonly [
    "REPLACE",
    "MERGE_PATCH"
];

interface CalendarMessage {
    event_description?: string;
    event_end: string;
    event_start: string;
    event_title: string;
    fallback_url: string;
    title: string;
}

interface CallMessage {
    phone_number: string;
    title: string;
}

interface CallbackSettings {
    secret_for_overridden_callback_urls?: string;
}

interface CancelBatchRequest {
    batch_id: string;
}

type CapabilityEvent = ConversationCallbackEvent & {
    capability_notification?: CapabilityNotification;
};

interface CapabilityNotification {
    capability_status?: Open<"CAPABILITY_UNKNOWN" | "CAPABILITY_FULL" | "CAPABILITY_PARTIAL" | "NO_CAPABILITY">;
    channel?: Open<ConversationChannel>;
    channel_capabilities?: string[];
    contact_id?: string;
    identity?: string;
    reason?: Reason;
    request_id?: string;
}

type CardHeight = "UNSPECIFIED_HEIGHT" | "SHORT" | "MEDIUM" | "TALL";

interface CardMessage {
    choices?: Choice[];
    description?: string;
    height?: CardHeight;
    media_message?: MediaProperties;
    message_properties?: CardMessageProperties;
    title?: string;
}

interface CardMessageProperties {
    whatsapp_header?: string;
}

interface CarouselMessage {
    cards: CardMessage[];
    choices?: Choice[];
}

type ChannelEvent = ConversationCallbackEvent & {
    channel_event_notification?: ChannelEventNotification;
};

interface ChannelEventItem {
    additional_data?: {
        [key: string]: unknown;
    };
    channel?: Open<ConversationChannel>;
    event_type?: string;
}

interface ChannelEventNotification {
    channel_event?: ChannelEventItem;
}

interface ChannelIdentities {
    channel_identities: ChannelRecipientIdentity[];
}

interface ChannelIdentity {
    app_id?: string;
    channel: Open<ConversationChannel>;
    identity: string;
}

interface ChannelIntegrationState {
    description?: string;
    status: Open<"PENDING" | "ACTIVE" | "FAILING">;
}

type ChannelPropertyKey = "MESSENGER_MESSAGING_TYPE" | "MESSENGER_MESSAGE_TAG" | "MESSENGER_NOTIFICATION_TYPE" | "VIBER_SENDER_NAME" | "VIBER_SENDER_AVATAR" | "SMS_FLASH_MESSAGE" | "MMS_SENDER" | "TELEGRAM_DISABLE_LINK_PREVIEW" | "SMS_SENDER" | "INSTAGRAM_MESSAGE_TAG" | "MMS_STRICT_VALIDATION" | "KAKAOTALK_AUTHENTICATION" | "LINE_VIDEO_TRACKING_ID" | "RCS_WEBVIEW_MODE" | "RCS_CARD_ORIENTATION" | "RCS_CARD_THUMBNAIL_IMAGE_ALIGNMENT" | "SMS_MAX_NUMBER_OF_MESSAGE_PARTS";

interface ChannelRecipientIdentity {
    channel: ConversationChannel;
    identity: string;
}

interface ChannelSpecificContactMessage {
    message?: WhatsAppInteractiveNfmReplyMessage;
    message_type?: "nfm_reply";
}

type ChannelSpecificMessage = ChannelSpecificMessageFlows | ChannelSpecificMessageOrderDetails | ChannelSpecificMessageOrderStatus | ChannelSpecificMessageCommerce | ChannelSpecificMessageCarouselCommerce | ChannelSpecificMessageNotificationMessageTemplate;

interface ChannelSpecificMessageCarouselCommerce {
    message: KakaoTalkCarouselCommerceChannelSpecificMessage;
    message_type: "CAROUSEL_COMMERCE";
}

interface ChannelSpecificMessageCommerce {
    message: KakaoTalkCommerceChannelSpecificMessage;
    message_type: "COMMERCE";
}

interface ChannelSpecificMessageFlows {
    message: FlowChannelSpecificMessage;
    message_type: "FLOWS";
}

interface ChannelSpecificMessageNotificationMessageTemplate {
    message: LineNotificationMessageTemplateMessage;
    message_type: "NOTIFICATION_MESSAGE_TEMPLATE";
}

interface ChannelSpecificMessageOrderDetails {
    message: PaymentOrderDetailsChannelSpecificMessage;
    message_type: "ORDER_DETAILS";
}

interface ChannelSpecificMessageOrderStatus {
    message: PaymentOrderStatusChannelSpecificMessage;
    message_type: "ORDER_STATUS";
}

type ChannelSpecificTemplate = "WHATSAPP" | "KAKAOTALK" | "WECHAT";

interface ChannelSpecificTemplateReference {
    language_code?: string;
    parameters?: {
        [key: string]: string;
    };
    template_id: string;
    version?: string;
}

interface ChannelTemplateReference {
    parameter_mappings?: {
        [key: string]: string;
    };
    template_reference?: ChannelSpecificTemplateReference;
}

type Choice = {
    postback_data?: string;
} & ({
    calendar_message?: never;
    call_message: CallMessage;
    location_message?: never;
    share_location_message?: never;
    text_message?: never;
    url_message?: never;
} | {
    calendar_message?: never;
    call_message?: never;
    location_message: LocationMessage;
    share_location_message?: never;
    text_message?: never;
    url_message?: never;
} | {
    calendar_message?: never;
    call_message?: never;
    location_message?: never;
    share_location_message?: never;
    text_message: TextMessage;
    url_message?: never;
} | {
    calendar_message?: never;
    call_message?: never;
    location_message?: never;
    share_location_message?: never;
    text_message?: never;
    url_message: UrlMessage;
} | {
    calendar_message: CalendarMessage;
    call_message?: never;
    location_message?: never;
    share_location_message?: never;
    text_message?: never;
    url_message?: never;
} | {
    calendar_message?: never;
    call_message?: never;
    location_message?: never;
    share_location_message: ShareLocationMessage;
    text_message?: never;
    url_message?: never;
});

interface ChoiceItem {
    description?: string;
    media?: MediaProperties;
    postback_data?: string;
    title: string;
}

interface ChoiceMessage {
    choices: Choice[];
    message_properties?: ChoiceMessageProperties;
    text_message?: TextMessage;
}

interface ChoiceMessageProperties {
    whatsapp_footer?: string;
}

interface ChoiceResponseMessage {
    message_id: string;
    postback_data: string;
}

interface ClientCredentials {
    client_id: string;
    client_secret: string;
    endpoint: string;
    response_type?: string;
    scope?: string;
    token_request_type?: Open<"BASIC" | "FORM">;
}

interface CommentEvent {
    comment_type?: Open<"FEED" | "LIVE">;
    commented_on?: string;
    id?: string;
    text: string;
    user?: string;
}

interface CommentReplyEvent {
    text: string;
}

declare class ConnectionError extends ConvapiError {
    readonly name = "ConnectionError";
    readonly requestLeft: boolean;
    readonly status: number | undefined;
    constructor(message: string, options?: ConnectionErrorOptions);
}

interface ConnectionErrorOptions extends ConvapiErrorOptions {
    requestLeft?: boolean;
    status?: number | undefined;
}

interface ConsentIdentity {
    identity: string;
}

type ConsentOperation = "OPERATION_INSERT" | "OPERATION_UPDATE" | "OPERATION_DELETE";

type ConsentOrigin = "ORIGIN_API" | "ORIGIN_MO";

type ConsentsListType = "OPT_OUT_ALL" | "OPT_OUT_MARKETING" | "OPT_OUT_NOTIFICATION";

interface Contact {
    channel_identities?: ChannelIdentity[];
    channel_priority?: Open<ConversationChannel>[];
    display_name?: string;
    email?: string;
    external_id?: string;
    id?: string;
    language?: Open<ContactLanguage>;
    metadata?: string;
}

type ContactCreateEvent = ConversationCallbackEvent & {
    contact_create_notification?: ContactNotification;
};

interface ContactCreateRequest {
    channel_identities: ChannelIdentity[];
    channel_priority?: ConversationChannel[];
    display_name?: string;
    email?: string;
    external_id?: string;
    language: ContactLanguage;
    metadata?: string;
}

type ContactDeleteEvent = ConversationCallbackEvent & {
    contact_delete_notification?: ContactNotification;
};

type ContactEvent = {
    comment_event?: never;
    composing_end_event?: never;
    composing_event: {
        [key: string]: unknown;
    };
    conversation_deleted_event?: never;
    generic_event?: never;
} | {
    comment_event?: never;
    composing_end_event: {
        [key: string]: unknown;
    };
    composing_event?: never;
    conversation_deleted_event?: never;
    generic_event?: never;
} | {
    comment_event?: never;
    composing_end_event?: never;
    composing_event?: never;
    conversation_deleted_event: {
        [key: string]: unknown;
    };
    generic_event?: never;
} | {
    comment_event: CommentEvent;
    composing_end_event?: never;
    composing_event?: never;
    conversation_deleted_event?: never;
    generic_event?: never;
} | {
    comment_event?: never;
    composing_end_event?: never;
    composing_event?: never;
    conversation_deleted_event?: never;
    generic_event: GenericEvent;
};

type ContactIdentitiesDuplicationEvent = ConversationCallbackEvent & {
    duplicated_contact_identities_notification?: DuplicatedIdentitiesEvent;
};

interface ContactInfoMessage {
    addresses?: AddressInfo[];
    birthday?: string;
    email_addresses?: EmailInfo[];
    name: NameInfo;
    organization?: OrganizationInfo;
    phone_numbers: PhoneNumberInfo[];
    urls?: UrlInfo[];
}

type ContactLanguage = "AF" | "SQ" | "AR" | "AZ" | "BN" | "BG" | "CA" | "ZH" | "ZH_CN" | "ZH_HK" | "ZH_TW" | "HR" | "CS" | "DA" | "NL" | "EN" | "EN_GB" | "EN_US" | "ET" | "FIL" | "FI" | "FR" | "DE" | "EL" | "GU" | "HA" | "HE" | "HI" | "HU" | "ID" | "GA" | "IT" | "JA" | "KN" | "KK" | "KO" | "LO" | "LV" | "LT" | "MK" | "MS" | "ML" | "MR" | "NB" | "FA" | "PL" | "PT" | "PT_BR" | "PT_PT" | "PA" | "RO" | "RU" | "SR" | "SK" | "SL" | "ES" | "ES_AR" | "ES_ES" | "ES_MX" | "SW" | "SV" | "TA" | "TE" | "TH" | "TR" | "UK" | "UR" | "UZ" | "VI" | "ZU" | "UNSPECIFIED";

type ContactMergeEvent = ConversationCallbackEvent & {
    contact_merge_notification?: ContactMergeNotification;
};

interface ContactMergeNotification {
    deleted_contact?: Contact;
    preserved_contact?: Contact;
}

type ContactMessage = {
    reply_to?: ReplyTo | null;
} & ({
    channel_specific_message?: never;
    choice_response_message: ChoiceResponseMessage;
    fallback_message?: never;
    location_message?: never;
    media_card_message?: never;
    media_message?: never;
    product_response_message?: never;
    text_message?: never;
} | {
    channel_specific_message?: never;
    choice_response_message?: never;
    fallback_message: FallbackMessage;
    location_message?: never;
    media_card_message?: never;
    media_message?: never;
    product_response_message?: never;
    text_message?: never;
} | {
    channel_specific_message?: never;
    choice_response_message?: never;
    fallback_message?: never;
    location_message: LocationMessage;
    media_card_message?: never;
    media_message?: never;
    product_response_message?: never;
    text_message?: never;
} | {
    channel_specific_message?: never;
    choice_response_message?: never;
    fallback_message?: never;
    location_message?: never;
    media_card_message: MediaCardMessage;
    media_message?: never;
    product_response_message?: never;
    text_message?: never;
} | {
    channel_specific_message?: never;
    choice_response_message?: never;
    fallback_message?: never;
    location_message?: never;
    media_card_message?: never;
    media_message: MediaProperties;
    product_response_message?: never;
    text_message?: never;
} | {
    channel_specific_message?: never;
    choice_response_message?: never;
    fallback_message?: never;
    location_message?: never;
    media_card_message?: never;
    media_message?: never;
    product_response_message?: never;
    text_message: TextMessage;
} | {
    channel_specific_message?: never;
    choice_response_message?: never;
    fallback_message?: never;
    location_message?: never;
    media_card_message?: never;
    media_message?: never;
    product_response_message: ProductResponseMessage;
    text_message?: never;
} | {
    channel_specific_message: ChannelSpecificContactMessage;
    choice_response_message?: never;
    fallback_message?: never;
    location_message?: never;
    media_card_message?: never;
    media_message?: never;
    product_response_message?: never;
    text_message?: never;
});

type ContactMessageEvent = {
    payment_status_update_event: PaymentStatusUpdateEvent;
    reaction_event?: never;
    shortlink_activated_event?: never;
} | {
    payment_status_update_event?: never;
    reaction_event?: never;
    shortlink_activated_event: ShortLinkActivatedEvent;
} | {
    payment_status_update_event?: never;
    reaction_event: ReactionEvent;
    shortlink_activated_event?: never;
};

interface ContactNotification {
    contact?: Contact;
}

interface ContactSettings {
    unified_contact_id_enabled?: boolean;
}

type ContactUpdateEvent = ConversationCallbackEvent & {
    contact_update_notification?: ContactNotification;
};

declare class ConvapiError extends Error {
    readonly name: string;
    readonly convapi: true;
}

interface ConvapiErrorOptions {
    cause?: unknown;
}

interface Conversation {
    active?: boolean;
    active_channel?: Open<ConversationChannel>;
    app_id?: string;
    contact_id?: string;
    correlation_id?: string;
    id?: string;
    readonly last_received?: string;
    metadata?: string;
    metadata_json?: {
        [key: string]: unknown;
    };
}

interface ConversationCallbackEvent {
    accepted_time?: string;
    app_id: string;
    correlation_id?: string;
    event_time?: string;
    message_metadata?: string;
    project_id: string;
}

type ConversationChannel = "WHATSAPP" | "RCS" | "SMS" | "MESSENGER" | "VIBERBM" | "MMS" | "INSTAGRAM" | "TELEGRAM" | "KAKAOTALK" | "KAKAOTALKCHAT" | "LINE" | "WECHAT" | "APPLEBC" | "CHANNEL_UNSPECIFIED";

type ConversationChannelCredential = {
    callback_secret?: string;
    channel: Open<ConversationChannel>;
    readonly channel_known_id?: string;
    credential_ordinal_number?: number;
    readonly state?: ChannelIntegrationState;
} & ({
    applebc_credentials?: never;
    instagram_credentials?: never;
    kakaotalk_credentials?: never;
    kakaotalkchat_credentials?: never;
    line_credentials?: never;
    line_enterprise_credentials?: never;
    mms_credentials?: never;
    static_bearer: StaticBearerCredential;
    static_token?: never;
    telegram_credentials?: never;
    wechat_credentials?: never;
} | {
    applebc_credentials?: never;
    instagram_credentials?: never;
    kakaotalk_credentials?: never;
    kakaotalkchat_credentials?: never;
    line_credentials?: never;
    line_enterprise_credentials?: never;
    mms_credentials?: never;
    static_bearer?: never;
    static_token: StaticTokenCredential;
    telegram_credentials?: never;
    wechat_credentials?: never;
} | {
    applebc_credentials?: never;
    instagram_credentials?: never;
    kakaotalk_credentials?: never;
    kakaotalkchat_credentials?: never;
    line_credentials?: never;
    line_enterprise_credentials?: never;
    mms_credentials: MMSCredentials;
    static_bearer?: never;
    static_token?: never;
    telegram_credentials?: never;
    wechat_credentials?: never;
} | {
    applebc_credentials?: never;
    instagram_credentials: InstagramCredentials;
    kakaotalk_credentials?: never;
    kakaotalkchat_credentials?: never;
    line_credentials?: never;
    line_enterprise_credentials?: never;
    mms_credentials?: never;
    static_bearer?: never;
    static_token?: never;
    telegram_credentials?: never;
    wechat_credentials?: never;
} | {
    applebc_credentials?: never;
    instagram_credentials?: never;
    kakaotalk_credentials?: never;
    kakaotalkchat_credentials?: never;
    line_credentials?: never;
    line_enterprise_credentials?: never;
    mms_credentials?: never;
    static_bearer?: never;
    static_token?: never;
    telegram_credentials: TelegramCredentials;
    wechat_credentials?: never;
} | {
    applebc_credentials?: never;
    instagram_credentials?: never;
    kakaotalk_credentials: KakaoTalkCredentials;
    kakaotalkchat_credentials?: never;
    line_credentials?: never;
    line_enterprise_credentials?: never;
    mms_credentials?: never;
    static_bearer?: never;
    static_token?: never;
    telegram_credentials?: never;
    wechat_credentials?: never;
} | {
    applebc_credentials?: never;
    instagram_credentials?: never;
    kakaotalk_credentials?: never;
    kakaotalkchat_credentials: KakaoTalkChatCredentials;
    line_credentials?: never;
    line_enterprise_credentials?: never;
    mms_credentials?: never;
    static_bearer?: never;
    static_token?: never;
    telegram_credentials?: never;
    wechat_credentials?: never;
} | {
    applebc_credentials?: never;
    instagram_credentials?: never;
    kakaotalk_credentials?: never;
    kakaotalkchat_credentials?: never;
    line_credentials: LineCredentials;
    line_enterprise_credentials?: never;
    mms_credentials?: never;
    static_bearer?: never;
    static_token?: never;
    telegram_credentials?: never;
    wechat_credentials?: never;
} | {
    applebc_credentials?: never;
    instagram_credentials?: never;
    kakaotalk_credentials?: never;
    kakaotalkchat_credentials?: never;
    line_credentials?: never;
    line_enterprise_credentials: LineEnterpriseCredentials;
    mms_credentials?: never;
    static_bearer?: never;
    static_token?: never;
    telegram_credentials?: never;
    wechat_credentials?: never;
} | {
    applebc_credentials?: never;
    instagram_credentials?: never;
    kakaotalk_credentials?: never;
    kakaotalkchat_credentials?: never;
    line_credentials?: never;
    line_enterprise_credentials?: never;
    mms_credentials?: never;
    static_bearer?: never;
    static_token?: never;
    telegram_credentials?: never;
    wechat_credentials: WeChatCredentials;
} | {
    applebc_credentials: AppleBcCredentials;
    instagram_credentials?: never;
    kakaotalk_credentials?: never;
    kakaotalkchat_credentials?: never;
    line_credentials?: never;
    line_enterprise_credentials?: never;
    mms_credentials?: never;
    static_bearer?: never;
    static_token?: never;
    telegram_credentials?: never;
    wechat_credentials?: never;
});

type ConversationDeleteEvent = ConversationCallbackEvent & {
    conversation_delete_notification?: ConversationNotification;
};

type ConversationDirection = "TO_APP" | "TO_CONTACT";

type ConversationEvent = {
    accept_time?: string;
    channel_identity: ChannelIdentity;
    contact_id?: string;
    conversation_id?: string;
    direction?: Open<ConversationDirection>;
    id: string;
    processing_mode: Open<ProcessingMode>;
} & ({
    app_event: AppEvent;
    contact_event?: never;
    contact_message_event?: never;
} | {
    app_event?: never;
    contact_event: ContactEvent;
    contact_message_event?: never;
} | {
    app_event?: never;
    contact_event?: never;
    contact_message_event: ContactMessageEvent;
});

type ConversationMergeStrategy = "MERGE";

type ConversationMessage = {
    readonly accept_time?: string;
    channel_identity?: ChannelIdentity;
    contact_id?: string;
    conversation_id?: string;
    direction?: Open<ConversationDirection>;
    id?: string;
    readonly injected?: boolean;
    message_status?: MessageStatus | null;
    metadata?: string;
    readonly processing_mode?: Open<ProcessingMode>;
    sender_id?: string;
} & ({
    app_message: AppMessage;
    contact_message?: never;
} | {
    app_message?: never;
    contact_message: ContactMessage;
});

type ConversationMessagesView = "WITH_METADATA" | "WITHOUT_METADATA";

type ConversationMetadataReportView = "NONE" | "FULL";

type ConversationMetadataUpdateStrategy = "REPLACE" | "MERGE_PATCH";

interface ConversationNotification {
    conversation?: Conversation;
}

interface ConversationRecentMessage {
    conversation?: Conversation;
    last_message?: ConversationMessage;
}

type ConversationStartEvent = ConversationCallbackEvent & {
    conversation_start_notification?: ConversationNotification;
};

type ConversationStopEvent = ConversationCallbackEvent & {
    conversation_stop_notification?: ConversationNotification;
};

interface Coordinates {
    latitude: number;
    longitude: number;
}

interface CreateConversationRequest {
    active?: boolean;
    active_channel?: ConversationChannel;
    app_id: string;
    contact_id: string;
    correlation_id?: string;
    metadata?: string;
    metadata_json?: {
        [key: string]: unknown;
    };
}

interface CreateWebhookRequest {
    app_id: string;
    client_credentials?: ClientCredentials;
    readonly id?: string;
    secret?: string;
    target: string;
    target_type?: WebhookTargetType;
    triggers?: WebhookTrigger[];
}

declare const DELIVERY_STATUSES: readonly [
    "QUEUED_ON_CHANNEL",
    "DELIVERED",
    "READ",
    "FAILED",
    "SWITCHING_CHANNEL"
];

declare const DIRECTIONS: readonly [
    "TO_APP",
    "TO_CONTACT"
];

declare const DISPATCH_RETENTION_POLICY_TYPES: readonly [
    "MESSAGE_EXPIRE_POLICY"
];

interface DeliveryReportBasedFallback {
    delivery_report_waiting_time?: number;
    enabled?: boolean;
}

type DeliveryStatus = "QUEUED_ON_CHANNEL" | "DELIVERED" | "READ" | "FAILED" | "SWITCHING_CHANNEL";

declare class DeliveryUnknownError extends ConvapiError {
    readonly name = "DeliveryUnknownError";
    readonly operation: string | undefined;
    readonly taken: boolean;
    constructor(message: string, options?: ConvapiErrorOptions & {
        operation?: string;
        taken?: boolean;
    });
}

interface DispatchRetentionPolicy {
    retention_type?: Open<DispatchRetentionPolicyType>;
    ttl_days?: number;
}

type DispatchRetentionPolicyType = "MESSAGE_EXPIRE_POLICY";

interface DocumentFieldClassification {
    result?: {
        [key: string]: DocumentFieldClassificationData;
    }[];
}

interface DocumentFieldClassificationData {
    data?: string[];
}

interface DocumentImageClassification {
    confidence?: number;
    doc_type?: string;
}

interface DuplicatedIdentities {
    channel?: Open<ConversationChannel>;
    contact_ids?: string[];
}

interface DuplicatedIdentitiesEvent {
    duplicated_identities?: DuplicatedIdentities[];
}

interface DynamicPix {
    code: string;
    key: string;
    key_type: "CPF" | "CNPJ" | "EMAIL" | "PHONE" | "EVP";
    merchant_name: string;
    type: "pix_dynamic_code";
}

declare const EVALUATIONS: readonly [
    "SAFE",
    "UNSAFE"
];

interface EmailInfo {
    email_address: string;
    type?: string;
}

interface ErrorDetail {
    type_url?: string;
    value?: string;
}

interface ErrorDetailEntry {
    '@type'?: string;
    type_url?: string;
    [key: string]: unknown;
}

type EvaluationEnum = "SAFE" | "UNSAFE";

type EventDelivery = ConversationCallbackEvent & {
    event_delivery_report?: EventDeliveryReport;
};

interface EventDeliveryReport {
    channel_identity?: ChannelIdentity;
    contact_id?: string;
    event_id?: string;
    metadata?: string;
    processing_mode?: Open<ProcessingMode>;
    reason?: Reason;
    status?: Open<DeliveryStatus>;
}

type EventInbound = ConversationCallbackEvent & {
    event?: EventInboundEvent;
};

type EventInboundEvent = {
    accept_time?: string;
    channel_identity?: ChannelIdentity;
    contact_id?: string;
    conversation_id?: string;
    direction?: "TO_APP";
    id?: string;
    processing_mode?: Open<ProcessingMode>;
} & ({
    contact_event: ContactEvent;
    contact_message_event?: never;
} | {
    contact_event?: never;
    contact_message_event: ContactMessageEvent;
});

interface FallbackMessage {
    raw_message?: string;
    reason?: Reason;
}

interface FieldViolation {
    field: string;
    description: string;
}

type FindBatchesResponse = {
    batches?: Batch[];
} & {
    [key: string]: unknown;
};

interface FlowActionPayload {
    data?: {
        [key: string]: unknown;
    };
    screen?: string;
}

interface FlowChannelSpecificMessage {
    body?: WhatsAppInteractiveBody;
    flow_action?: "navigate" | "data_exchange";
    flow_action_payload?: FlowActionPayload;
    flow_cta: string;
    flow_id: string;
    flow_mode?: "draft" | "published";
    flow_token?: string;
    footer?: WhatsAppInteractiveFooter;
    header?: WhatsAppInteractiveHeader;
}

declare const GET_CHANNEL_PROFILE_CONVERSATION_CHANNELS: readonly [
    "MESSENGER",
    "INSTAGRAM",
    "VIBER",
    "LINE"
];

interface GenericEvent {
    payload: {
        [key: string]: unknown;
    };
}

type GetChannelProfileConversationChannel = "MESSENGER" | "INSTAGRAM" | "VIBER" | "LINE";

interface GetChannelProfileRequest {
    app_id: string;
    channel: GetChannelProfileConversationChannel;
    recipient: Recipient;
}

interface GetChannelProfileResponse {
    profile_name?: string;
}

interface IdentityConflict {
    channels?: Open<ConversationChannel>[];
    contact_ids?: string[];
    identity?: string;
}

interface InjectConversationEventRequest {
    accept_time: string;
    app_event?: AppEvent;
    channel_identity?: ChannelIdentity;
    contact_id?: string;
    conversation_id?: string;
    processing_mode?: ProcessingMode;
}

interface InjectEventResponse {
    accepted_time?: string;
    event_id?: string;
}

type InjectMessageRequest = {
    accept_time: string;
    channel_identity: ChannelIdentity;
    contact_id: string;
    conversation_id?: string;
    direction: ConversationDirection;
    metadata?: string;
    processing_mode?: ProcessingMode;
    sender_id?: string;
} & ({
    app_message: AppMessage;
    contact_message?: never;
} | {
    app_message?: never;
    contact_message: ContactMessage;
});

interface InstagramCredentials {
    business_account_id?: string;
    token: string;
}

interface IntentResult {
    intent?: string;
    score?: number;
}

interface KakaoTalkAppLinkButton {
    name: string;
    scheme_android: string;
    scheme_ios: string;
    type: "AL";
}

interface KakaoTalkBotKeywordButton {
    name: string;
    type: "BK";
}

type KakaoTalkButton = KakaoTalkWebLinkButton | KakaoTalkAppLinkButton | KakaoTalkBotKeywordButton;

interface KakaoTalkCarousel {
    head?: KakaoTalkCarouselHead;
    list: KakaoTalkCommerceMessage[];
    tail?: KakaoTalkCarouselTail;
}

interface KakaoTalkCarouselCommerceChannelSpecificMessage {
    adult?: boolean;
    carousel: KakaoTalkCarousel;
    push_alarm?: boolean;
}

interface KakaoTalkCarouselHead {
    content: string;
    header: string;
    image_url: string;
    link_mo?: string;
    link_pc?: string;
    scheme_android?: string;
    scheme_ios?: string;
}

interface KakaoTalkCarouselTail {
    link_mo: string;
    link_pc?: string;
    scheme_android?: string;
    scheme_ios?: string;
}

interface KakaoTalkChatCredentials {
    api_key?: string;
    kakaotalk_plus_friend_id: string;
}

interface KakaoTalkCommerceChannelSpecificMessage {
    additional_content?: string;
    adult?: boolean;
    buttons: KakaoTalkButton[];
    commerce: KakaoTalkPricing;
    coupon?: KakaoTalkCoupon;
    image: KakaoTalkImage;
    push_alarm?: boolean;
}

interface KakaoTalkCommerceMessage {
    additional_content?: string;
    buttons: KakaoTalkButton[];
    commerce: KakaoTalkPricing;
    coupon?: KakaoTalkCoupon;
    image: KakaoTalkImage;
}

type KakaoTalkCoupon = KakaoTalkFixedDiscountCoupon | KakaoTalkDiscountRateCoupon | KakaoTalkShippingDiscountCoupon | KakaoTalkFreeCoupon | KakaoTalkUPCoupon;

interface KakaoTalkCredentials {
    kakaotalk_plus_friend_id: string;
    kakaotalk_sender_key: string;
}

interface KakaoTalkDiscountFixedCommerce {
    discount_fixed: number;
    discount_price: number;
    regular_price: number;
    title: string;
    type: "FIXED_DISCOUNT_COMMERCE";
}

interface KakaoTalkDiscountRateCommerce {
    discount_price: number;
    discount_rate: number;
    regular_price: number;
    title: string;
    type: "PERCENTAGE_DISCOUNT_COMMERCE";
}

interface KakaoTalkDiscountRateCoupon {
    description?: string;
    discount_rate: number;
    link_mo?: string;
    link_pc?: string;
    scheme_android?: string;
    scheme_ios?: string;
    type: "PERCENTAGE_DISCOUNT_COUPON";
}

interface KakaoTalkFixedDiscountCoupon {
    description?: string;
    discount_fixed: number;
    link_mo?: string;
    link_pc?: string;
    scheme_android?: string;
    scheme_ios?: string;
    type: "FIXED_DISCOUNT_COUPON";
}

interface KakaoTalkFreeCoupon {
    description?: string;
    link_mo?: string;
    link_pc?: string;
    scheme_android?: string;
    scheme_ios?: string;
    title: string;
    type: "FREE_COUPON";
}

interface KakaoTalkImage {
    image_link?: string;
    image_url: string;
}

type KakaoTalkPricing = KakaoTalkRegularPriceCommerce | KakaoTalkDiscountFixedCommerce | KakaoTalkDiscountRateCommerce;

interface KakaoTalkRegularPriceCommerce {
    regular_price: number;
    title: string;
    type: "REGULAR_PRICE_COMMERCE";
}

interface KakaoTalkShippingDiscountCoupon {
    description?: string;
    link_mo?: string;
    link_pc?: string;
    scheme_android?: string;
    scheme_ios?: string;
    type: "SHIPPING_DISCOUNT_COUPON";
}

interface KakaoTalkUPCoupon {
    description?: string;
    link_mo?: string;
    link_pc?: string;
    scheme_android?: string;
    scheme_ios?: string;
    title: string;
    type: "UP_COUPON";
}

interface KakaoTalkWebLinkButton {
    link_mo: string;
    link_pc?: string;
    name: string;
    type: "WL";
}

type KnownWebhookEvent = WebhookEvents[keyof WebhookEvents];

interface LineCredentials {
    is_default?: boolean;
    secret: string;
    token: string;
}

type LineEnterpriseCredentials = {
    is_default?: boolean;
} & ({
    line_japan: LineEnterpriseCredentialsPair;
    line_thailand?: never;
} | {
    line_japan?: never;
    line_thailand: LineEnterpriseCredentialsPair;
});

interface LineEnterpriseCredentialsPair {
    secret: string;
    token: string;
}

interface LineNotificationMessageTemplateBody {
    buttons?: LineNotificationMessageTemplateButton[];
    emphasized_item?: LineNotificationMessageTemplateItem;
    items?: LineNotificationMessageTemplateItem[];
}

interface LineNotificationMessageTemplateButton {
    button_key: string;
    url: string;
}

interface LineNotificationMessageTemplateItem {
    content: string;
    item_key: string;
}

interface LineNotificationMessageTemplateMessage {
    body?: LineNotificationMessageTemplateBody;
    template_key: string;
}

interface ListAppsResponse {
    apps?: AppResponse[];
}

interface ListConsentIdentitiesResponse {
    identities?: ConsentIdentity[];
    next_page_token?: string;
}

interface ListContactsResponse {
    contacts?: Contact[];
    next_page_token?: string;
}

interface ListConversationsResponse {
    readonly conversations?: Conversation[];
    next_page_token?: string;
    total_size?: number;
}

interface ListEventsResponse {
    readonly events?: ConversationEvent[];
    next_page_token?: string;
}

interface ListIdentityConflictsResponse {
    conflicts?: IdentityConflict[];
    next_page_token?: string;
}

type ListItem = {
    choice: ChoiceItem;
    product?: never;
} | {
    choice?: never;
    product: ProductItem;
};

interface ListLastMessagesByChannelIdentityRequest {
    app_id?: string;
    channel?: ConversationChannel;
    channel_identities?: string[];
    contact_ids?: string[];
    direction?: ConversationDirection;
    end_time?: string;
    messages_source?: MessageSource;
    page_size?: number;
    page_token?: string;
    start_time?: string;
    view?: ConversationMessagesView;
}

interface ListMessage {
    description?: string;
    media?: MediaProperties;
    message_properties?: ListMessageProperties;
    sections: ListSection[];
    title: string;
}

interface ListMessageProperties {
    catalog_id?: string;
    menu?: string;
    whatsapp_header?: string;
}

interface ListMessagesResponse {
    readonly messages?: ConversationMessage[];
    next_page_token?: string;
}

interface ListRecentConversationsResponse {
    conversations?: ConversationRecentMessage[];
    next_page_token?: string;
    total_size?: number;
}

interface ListSection {
    items: ListItem[];
    title?: string;
}

interface ListWebhooksResponse {
    webhooks?: Webhook[];
}

interface LocationMessage {
    coordinates: Coordinates;
    label?: string;
    title: string;
}

declare const MESSAGE_QUEUES: readonly [
    "NORMAL_PRIORITY",
    "HIGH_PRIORITY"
];

declare const MESSAGE_SOURCES: readonly [
    "CONVERSATION_SOURCE",
    "DISPATCH_SOURCE"
];

declare const MESSAGE_STATUS_TYPES: readonly [
    "STATUS_UNSPECIFIED",
    "QUEUED",
    "QUEUED_ON_CHANNEL",
    "DELIVERED",
    "READ",
    "FAILED",
    "SWITCHING_CHANNEL",
    "RECEIVED"
];

interface MMSCredentials {
    account_id: string;
    api_key: string;
    basic_auth?: BasicAuthCredential;
    default_sender?: string;
}

interface MachineLearningImageRecognitionResult {
    document_field_classification?: DocumentFieldClassification;
    document_image_classification?: DocumentImageClassification;
    optical_character_recognition?: OpticalCharacterRecognition;
    url?: string;
}

interface MachineLearningNLUResult {
    intent?: string;
    message?: string;
    results?: IntentResult[];
    score?: number;
}

interface MachineLearningPIIResult {
    masked?: string;
    message?: string;
}

interface MachineLearningSentimentResult {
    message?: string;
    results?: SentimentResult[];
    score?: number;
    sentiment?: Open<SentimentEnum>;
}

interface MediaCardMessage {
    caption?: string;
    url: string;
}

interface MediaProperties {
    filename_override?: string;
    thumbnail_url?: string;
    url: string;
}

interface MergeContactRequest {
    source_id: string;
    strategy?: ConversationMergeStrategy;
}

type MessageDeliveryReceiptEvent = ConversationCallbackEvent & {
    message_delivery_report?: MessageDeliveryReport;
};

interface MessageDeliveryReport {
    channel_identity?: ChannelIdentity;
    contact_id?: string;
    conversation_id?: string;
    message_id?: string;
    metadata?: string;
    processing_mode?: Open<ProcessingMode>;
    reason?: Reason;
    status?: Open<DeliveryStatus>;
}

type MessageInboundEvent = ConversationCallbackEvent & {
    message?: MessageInboundEventItem;
};

interface MessageInboundEventItem {
    accept_time?: string;
    channel_identity?: ChannelIdentity;
    contact_id?: string;
    contact_message?: ContactMessage;
    conversation_id?: string;
    direction?: "TO_APP";
    id?: string;
    injected?: boolean;
    metadata?: string;
    processing_mode?: Open<ProcessingMode>;
    sender_id?: string;
}

type MessageInboundSmartConversationRedactionEvent = ConversationCallbackEvent & {
    message_redaction?: MessageInboundEventItem;
};

type MessageQueue = "NORMAL_PRIORITY" | "HIGH_PRIORITY";

interface MessageRetrySettings {
    retry_duration?: number;
}

interface MessageSearch {
    enabled?: boolean;
}

type MessageSource = "CONVERSATION_SOURCE" | "DISPATCH_SOURCE";

interface MessageStatus {
    event_time: string;
    reason?: string;
    status: Open<MessageStatusType>;
}

type MessageStatusType = "STATUS_UNSPECIFIED" | "QUEUED" | "QUEUED_ON_CHANNEL" | "DELIVERED" | "READ" | "FAILED" | "SWITCHING_CHANNEL" | "RECEIVED";

type MessageSubmitEvent = ConversationCallbackEvent & {
    message_submit_notification?: MessageSubmitNotification;
};

interface MessageSubmitNotification {
    channel_identity?: ChannelIdentity;
    contact_id?: string;
    conversation_id?: string;
    message_id?: string;
    metadata?: string;
    processing_mode?: Open<ProcessingMode>;
    submitted_message?: AppMessage;
}

interface NameInfo {
    first_name?: string;
    full_name: string;
    last_name?: string;
    middle_name?: string;
    prefix?: string;
    suffix?: string;
}

interface OffensiveAnalysis {
    evaluation?: Open<EvaluationEnum>;
    message?: string;
    score?: number;
    url?: string;
}

type OmniMessageOverride = {
    card_message: CardMessage;
    carousel_message?: never;
    choice_message?: never;
    contact_info_message?: never;
    list_message?: never;
    location_message?: never;
    media_message?: never;
    template_reference?: never;
    text_message?: never;
} | {
    card_message?: never;
    carousel_message: CarouselMessage;
    choice_message?: never;
    contact_info_message?: never;
    list_message?: never;
    location_message?: never;
    media_message?: never;
    template_reference?: never;
    text_message?: never;
} | {
    card_message?: never;
    carousel_message?: never;
    choice_message: ChoiceMessage;
    contact_info_message?: never;
    list_message?: never;
    location_message?: never;
    media_message?: never;
    template_reference?: never;
    text_message?: never;
} | {
    card_message?: never;
    carousel_message?: never;
    choice_message?: never;
    contact_info_message?: never;
    list_message?: never;
    location_message: LocationMessage;
    media_message?: never;
    template_reference?: never;
    text_message?: never;
} | {
    card_message?: never;
    carousel_message?: never;
    choice_message?: never;
    contact_info_message?: never;
    list_message?: never;
    location_message?: never;
    media_message: MediaProperties;
    template_reference?: never;
    text_message?: never;
} | {
    card_message?: never;
    carousel_message?: never;
    choice_message?: never;
    contact_info_message?: never;
    list_message?: never;
    location_message?: never;
    media_message?: never;
    template_reference: TemplateReference;
    text_message?: never;
} | {
    card_message?: never;
    carousel_message?: never;
    choice_message?: never;
    contact_info_message?: never;
    list_message?: never;
    location_message?: never;
    media_message?: never;
    template_reference?: never;
    text_message: TextMessage;
} | {
    card_message?: never;
    carousel_message?: never;
    choice_message?: never;
    contact_info_message?: never;
    list_message: ListMessage;
    location_message?: never;
    media_message?: never;
    template_reference?: never;
    text_message?: never;
} | {
    card_message?: never;
    carousel_message?: never;
    choice_message?: never;
    contact_info_message: ContactInfoMessage;
    list_message?: never;
    location_message?: never;
    media_message?: never;
    template_reference?: never;
    text_message?: never;
};

type Open<T extends string> = T | (string & {});

type OptInEvent = ConversationCallbackEvent & {
    opt_in_notification?: OptInNotification;
};

interface OptInNotification {
    channel?: Open<ConversationChannel>;
    contact_id?: string;
    error_details?: OptInNotificationErrorDetails;
    identity?: string;
    processing_mode?: Open<ProcessingMode>;
    request_id?: string;
    status?: Open<"OPT_IN_SUCCEEDED" | "OPT_IN_FAILED" | "OPT_IN_STATUS_UNSPECIFIED">;
}

interface OptInNotificationErrorDetails {
    description?: string;
}

type OptOutEvent = ConversationCallbackEvent & {
    opt_out_notification?: OptOutNotification;
};

interface OptOutNotification {
    channel?: Open<ConversationChannel>;
    contact_id?: string;
    error_details?: OptOutNotificationErrorDetails;
    identity?: string;
    processing_mode?: Open<ProcessingMode>;
    request_id?: string;
    status?: Open<"OPT_OUT_SUCCEEDED" | "OPT_OUT_FAILED" | "OPT_OUT_STATUS_UNSPECIFIED">;
}

interface OptOutNotificationErrorDetails {
    description?: string;
}

interface OpticalCharacterRecognition {
    result?: OpticalCharacterRecognitionData[];
}

interface OpticalCharacterRecognitionData {
    data?: string[];
}

interface OrderDetailsPayment {
    order: OrderDetailsPaymentOrder;
    payment_buttons?: OrderDetailsPaymentButton[];
    payment_settings?: OrderDetailsPaymentSettings;
    reference_id: string;
    total_amount_value: number;
    type: "br" | "sg";
    type_of_goods: "digital-goods" | "physical-goods";
}

type OrderDetailsPaymentButton = DynamicPix | PaymentLink | Boleto;

interface OrderDetailsPaymentOrder {
    catalog_id?: string;
    discount_description?: string;
    discount_program_name?: string;
    discount_value?: number;
    expiration_description?: string;
    expiration_time?: string;
    items: OrderDetailsPaymentOrderItems[];
    shipping_description?: string;
    shipping_value?: number;
    subtotal_value: number;
    tax_description?: string;
    tax_value: number;
}

interface OrderDetailsPaymentOrderItems {
    amount_value: number;
    name: string;
    quantity: number;
    retailer_id: string;
    sale_amount_value?: number;
}

interface OrderDetailsPaymentSettings {
    dynamic_pix?: OrderDetailsPaymentSettingsDynamicPix;
}

interface OrderDetailsPaymentSettingsDynamicPix {
    code: string;
    key: string;
    key_type: "CPF" | "CNPJ" | "EMAIL" | "PHONE" | "EVP";
    merchant_name: string;
}

interface OrderStatusPayment {
    order: OrderStatusPaymentDetails;
    reference_id: string;
}

interface OrderStatusPaymentDetails {
    description?: string;
    status: "pending" | "processing" | "partially-shipped" | "shipped" | "completed" | "canceled";
}

interface OrganizationInfo {
    company?: string;
    department?: string;
    title?: string;
}

declare const PAYMENT_STATUSES: readonly [
    "PAYMENT_STATUS_UNKNOWN",
    "PAYMENT_STATUS_NEW",
    "PAYMENT_STATUS_PENDING",
    "PAYMENT_STATUS_CAPTURED",
    "PAYMENT_STATUS_CANCELED",
    "PAYMENT_STATUS_FAILED"
];

declare const PAYMENT_TRANSACTION_STATUSES: readonly [
    "PAYMENT_STATUS_TRANSACTION_UNKNOWN",
    "PAYMENT_STATUS_TRANSACTION_PENDING",
    "PAYMENT_STATUS_TRANSACTION_FAILED",
    "PAYMENT_STATUS_TRANSACTION_SUCCESS",
    "PAYMENT_STATUS_TRANSACTION_CANCELED"
];

declare const PROCESSING_MODES: readonly [
    "CONVERSATION",
    "DISPATCH"
];

declare const PROCESSING_STRATEGIES: readonly [
    "DEFAULT",
    "DISPATCH_ONLY"
];

interface PaymentLink {
    type: "payment_link";
    uri: string;
}

interface PaymentOrderDetailsChannelSpecificMessage {
    body?: WhatsAppInteractiveBody;
    footer?: WhatsAppInteractiveFooter;
    header?: WhatsAppInteractiveHeader;
    payment: OrderDetailsPayment;
}

interface PaymentOrderStatusChannelSpecificMessage {
    body?: WhatsAppInteractiveBody;
    footer?: WhatsAppInteractiveFooter;
    header?: WhatsAppInteractiveHeader;
    payment: OrderStatusPayment;
}

type PaymentStatus = "PAYMENT_STATUS_UNKNOWN" | "PAYMENT_STATUS_NEW" | "PAYMENT_STATUS_PENDING" | "PAYMENT_STATUS_CAPTURED" | "PAYMENT_STATUS_CANCELED" | "PAYMENT_STATUS_FAILED";

interface PaymentStatusUpdateEvent {
    payment_status?: Open<PaymentStatus>;
    payment_transaction_id?: string;
    payment_transaction_status?: Open<PaymentTransactionStatus>;
    reference_id?: string;
}

type PaymentTransactionStatus = "PAYMENT_STATUS_TRANSACTION_UNKNOWN" | "PAYMENT_STATUS_TRANSACTION_PENDING" | "PAYMENT_STATUS_TRANSACTION_FAILED" | "PAYMENT_STATUS_TRANSACTION_SUCCESS" | "PAYMENT_STATUS_TRANSACTION_CANCELED";

interface PersistMessageStatus {
    enabled?: boolean;
}

interface PhoneNumberInfo {
    phone_number: string;
    type?: string;
}

type ProcessingMode = "CONVERSATION" | "DISPATCH";

type ProcessingStrategy = "DEFAULT" | "DISPATCH_ONLY";

interface ProductItem {
    readonly currency?: string;
    id: string;
    readonly item_price?: number;
    marketplace: string;
    readonly quantity?: number;
}

interface ProductResponseMessage {
    catalog_id?: string;
    products?: ProductItem[];
    text?: string;
    title?: string;
}

interface ProjectSettings {
    project_id?: string;
    settings?: ProjectSettingsContent;
}

interface ProjectSettingsContent {
    contact_settings?: ContactSettings;
}

interface ProjectSettingsRequest {
    contact_settings?: ContactSettings;
}

interface QueryCapabilityRequest {
    app_id: string;
    recipient: Recipient;
    request_id?: string;
}

interface QueryCapabilityResponse {
    app_id?: string;
    recipient?: Recipient;
    request_id?: string;
}

interface QueueStats {
    readonly outbound_limit?: number;
    readonly outbound_size?: number;
}

declare const REASON_CODES: readonly [
    "UNKNOWN",
    "INTERNAL_ERROR",
    "RATE_LIMITED",
    "RECIPIENT_INVALID_CHANNEL_IDENTITY",
    "RECIPIENT_NOT_REACHABLE",
    "RECIPIENT_NOT_OPTED_IN",
    "OUTSIDE_ALLOWED_SENDING_WINDOW",
    "CHANNEL_FAILURE",
    "CHANNEL_BAD_CONFIGURATION",
    "CHANNEL_CONFIGURATION_MISSING",
    "MEDIA_TYPE_UNSUPPORTED",
    "MEDIA_TOO_LARGE",
    "MEDIA_NOT_REACHABLE",
    "NO_CHANNELS_LEFT",
    "TEMPLATE_NOT_FOUND",
    "TEMPLATE_INSUFFICIENT_PARAMETERS",
    "TEMPLATE_NON_EXISTING_LANGUAGE_OR_VERSION",
    "DELIVERY_TIMED_OUT",
    "DELIVERY_REJECTED_DUE_TO_POLICY",
    "CONTACT_NOT_FOUND",
    "BAD_REQUEST",
    "UNKNOWN_APP",
    "NO_CHANNEL_IDENTITY_FOR_CONTACT",
    "CHANNEL_REJECT",
    "NO_PERMISSION",
    "NO_PROFILE_AVAILABLE",
    "UNSUPPORTED_OPERATION",
    "INACTIVE_CREDENTIAL",
    "MESSAGE_EXPIRED",
    "MESSAGE_SPLIT_REQUIRED",
    "DELIVERY_REPORT_TIME_OUT"
];

declare const REASON_SUB_CODES: readonly [
    "UNSPECIFIED_SUB_CODE",
    "ATTACHMENT_REJECTED",
    "MEDIA_TYPE_UNDETERMINED",
    "INACTIVE_SENDER"
];

declare const RECORD_STATUSES: readonly [
    "RECORD_STATUS_UNSPECIFIED",
    "EVENT_RECORD_STORED"
];

declare const REGIONS: readonly [
    'us',
    'eu',
    'br'
];

interface RateLimits {
    readonly inbound?: number;
    readonly outbound?: number;
    readonly webhooks?: number;
}

interface ReactionEvent {
    action: Open<"REACTION_ACTION_UNKNOWN" | "REACTION_ACTION_REACT" | "REACTION_ACTION_UNREACT">;
    emoji: string;
    message_id: string;
    reaction_category?: string;
}

interface Reason {
    channel_code?: string;
    code?: Open<ReasonCode>;
    description?: string;
    sub_code?: Open<ReasonSubCode>;
}

type ReasonCode = "UNKNOWN" | "INTERNAL_ERROR" | "RATE_LIMITED" | "RECIPIENT_INVALID_CHANNEL_IDENTITY" | "RECIPIENT_NOT_REACHABLE" | "RECIPIENT_NOT_OPTED_IN" | "OUTSIDE_ALLOWED_SENDING_WINDOW" | "CHANNEL_FAILURE" | "CHANNEL_BAD_CONFIGURATION" | "CHANNEL_CONFIGURATION_MISSING" | "MEDIA_TYPE_UNSUPPORTED" | "MEDIA_TOO_LARGE" | "MEDIA_NOT_REACHABLE" | "NO_CHANNELS_LEFT" | "TEMPLATE_NOT_FOUND" | "TEMPLATE_INSUFFICIENT_PARAMETERS" | "TEMPLATE_NON_EXISTING_LANGUAGE_OR_VERSION" | "DELIVERY_TIMED_OUT" | "DELIVERY_REJECTED_DUE_TO_POLICY" | "CONTACT_NOT_FOUND" | "BAD_REQUEST" | "UNKNOWN_APP" | "NO_CHANNEL_IDENTITY_FOR_CONTACT" | "CHANNEL_REJECT" | "NO_PERMISSION" | "NO_PROFILE_AVAILABLE" | "UNSUPPORTED_OPERATION" | "INACTIVE_CREDENTIAL" | "MESSAGE_EXPIRED" | "MESSAGE_SPLIT_REQUIRED" | "DELIVERY_REPORT_TIME_OUT";

type ReasonSubCode = "UNSPECIFIED_SUB_CODE" | "ATTACHMENT_REJECTED" | "MEDIA_TYPE_UNDETERMINED" | "INACTIVE_SENDER";

type Recipient = {
    contact_id: string;
    identified_by?: never;
} | {
    contact_id?: never;
    identified_by: ChannelIdentities;
};

interface RecordNotification {
    channel_identity?: ChannelIdentity;
    contact_id?: string;
    conversation_id?: string;
    entity_id?: string;
    processing_mode?: Open<ProcessingMode>;
    reason?: Reason;
    record_status?: Open<RecordStatus>;
}

type RecordNotificationEvent = ConversationCallbackEvent & {
    record_notification?: RecordNotification;
};

type RecordStatus = "RECORD_STATUS_UNSPECIFIED" | "EVENT_RECORD_STORED";

type Region = (typeof REGIONS)[number];

interface ReplyTo {
    message_id: string;
}

interface RetentionPolicy {
    retention_type?: Open<"MESSAGE_EXPIRE_POLICY" | "CONVERSATION_EXPIRE_POLICY" | "PERSIST_RETENTION_POLICY">;
    ttl_days?: number;
}

interface RuntimeError {
    error?: RuntimeErrorContent;
}

interface RuntimeErrorContent {
    code?: number;
    details?: ErrorDetail[];
    message?: string;
    status?: string;
}

declare const SENTIMENTS: readonly [
    "positive",
    "negative",
    "neutral"
];

interface SendBatchRequest {
    app_id: string;
    batch_metadata?: {
        [key: string]: unknown;
    };
    callback_url?: string;
    channel_priority_order?: ConversationChannel[];
    channel_properties?: Partial<Record<ChannelPropertyKey, string>>;
    conversation_metadata?: {
        [key: string]: unknown;
    };
    message: AppMessage;
    message_metadata?: {
        [key: string]: unknown;
    };
    processing_strategy?: ProcessingStrategy;
    recipient_and_params: BatchRecipient[];
    send_after?: string;
    ttl?: string;
}

interface SendEventRequest {
    app_id: string;
    callback_url?: string;
    channel_priority_order?: ConversationChannel[];
    event: AppEvent;
    event_metadata?: string;
    queue?: MessageQueue;
    recipient: Recipient;
}

interface SendEventResponse {
    readonly accepted_time?: string;
    readonly event_id?: string;
}

interface SendMessageRequest {
    app_id: string;
    callback_url?: string;
    channel_priority_order?: ConversationChannel[];
    channel_properties?: Partial<Record<ChannelPropertyKey, string>>;
    conversation_metadata?: {
        [key: string]: unknown;
    };
    conversation_metadata_update_strategy?: ConversationMetadataUpdateStrategy;
    correlation_id?: string;
    message: AppMessage;
    message_content_type?: "CONTENT_UNKNOWN" | "CONTENT_MARKETING" | "CONTENT_NOTIFICATION";
    message_metadata?: string;
    processing_strategy?: ProcessingStrategy;
    queue?: MessageQueue;
    recipient: Recipient;
    ttl?: string;
}

interface SendMessageResponse {
    readonly accepted_time?: string;
    readonly message_id?: string;
}

type SentimentEnum = "positive" | "negative" | "neutral";

interface SentimentResult {
    score?: number;
    sentiment?: Open<SentimentEnum>;
}

interface ShareLocationMessage {
    fallback_url: string;
    title: string;
}

interface ShortLinkActivatedEvent {
    existing_thread?: boolean;
    payload?: string;
    ref?: string;
    source?: string;
    title?: string;
    type?: string;
}

interface SmartConversation {
    enabled?: boolean;
}

interface SmartConversationNotification {
    analysis_results?: AnalysisResult;
    channel?: Open<ConversationChannel>;
    channel_identity?: string;
    contact_id?: string;
    conversation_id?: string;
    message_id?: string;
}

type SmartConversationsEvent = ConversationCallbackEvent & {
    smart_conversation_notification?: SmartConversationNotification;
};

interface StaticBearerCredential {
    claimed_identity: string;
    token: string;
}

interface StaticTokenCredential {
    token: string;
}

declare const TEMPLATE_CHANNELS: readonly [
    "UNSPECIFIED",
    "CONVERSATION",
    "MESSENGER",
    "WHATSAPP",
    "RCS",
    "SMS",
    "VIBERBM",
    "TELEGRAM",
    "INSTAGRAM",
    "KAKAOTALK",
    "APPLEBC"
];

interface TelegramCredentials {
    token: string;
}

type TemplateChannel = "UNSPECIFIED" | "CONVERSATION" | "MESSENGER" | "WHATSAPP" | "RCS" | "SMS" | "VIBERBM" | "TELEGRAM" | "INSTAGRAM" | "KAKAOTALK" | "APPLEBC";

type TemplateMessage = {
    channel_template: Partial<Record<ConversationChannel, ChannelSpecificTemplateReference>>;
} | {
    omni_template: TemplateReference;
};

interface TemplateReference {
    language_code?: string;
    parameters?: {
        [key: string]: string;
    };
    template_id: string;
    version: string;
}

interface TemplateVariable {
    key?: string;
    preview_value?: string;
}

interface TextMessage {
    text: string;
}

declare class TimeoutError extends ConvapiError {
    readonly name = "TimeoutError";
    readonly timeoutMs: number;
    readonly requestLeft: boolean;
    constructor(message: string, options: ConvapiErrorOptions & {
        timeoutMs: number;
        requestLeft?: boolean;
    });
}

interface TranscodeMessageRequest {
    app_id: string;
    app_message: AppMessage;
    channels: ConversationChannel[];
    from?: string;
    to?: string;
}

interface TranscodeMessageResponse {
    readonly transcoded_message?: {
        [key: string]: string;
    };
}

interface UnknownWebhookEvent {
    trigger: 'UNKNOWN';
    app_id?: string;
    project_id?: string;
    [key: string]: unknown;
}

interface UnsupportedCallback {
    channel?: Open<ConversationChannel>;
    channel_identity?: ChannelIdentity;
    contact_id?: string;
    conversation_id?: string;
    id?: string;
    payload?: string;
    processing_mode?: Open<ProcessingMode>;
}

type UnsupportedCallbackEvent = ConversationCallbackEvent & {
    unsupported_callback?: UnsupportedCallback;
};

interface UpdateMessageRequest {
    metadata: string;
}

interface UpdateWebhookRequest {
    app_id?: string;
    client_credentials?: ClientCredentials;
    secret?: string;
    target: string;
    target_type?: WebhookTargetType;
    triggers?: WebhookTrigger[];
}

interface UrlInfo {
    type?: string;
    url: string;
}

interface UrlMessage {
    title: string;
    url: string;
}

interface V1ListTemplatesResponse {
    templates?: V1Template[];
}

interface V1Template {
    channel?: Open<TemplateChannel>;
    readonly create_time?: string;
    default_translation?: string;
    description?: string;
    id?: string;
    translations?: V1TemplateTranslation[];
    readonly update_time?: string;
}

interface V1TemplateTranslation {
    content?: string;
    create_time?: string;
    language_code?: string;
    update_time?: string;
    variables?: TemplateVariable[];
    version?: string;
}

interface V2ListTemplatesResponse {
    templates?: V2TemplateResponse[];
}

interface V2ListTranslationsResponse {
    translations?: V2TemplateTranslation[];
}

interface V2Template {
    readonly create_time?: string;
    default_translation: string;
    description?: string;
    id?: string;
    translations: V2TemplateTranslation[];
    readonly update_time?: string;
    version?: number;
}

interface V2TemplateResponse {
    readonly create_time?: string;
    default_translation: string;
    description?: string;
    id: string;
    translations?: V2TemplateTranslation[];
    readonly update_time?: string;
    version: number;
}

type V2TemplateTranslation = {
    channel_template_overrides?: Partial<Record<ConversationChannel, ChannelTemplateReference>>;
    readonly create_time?: string;
    language_code: string;
    readonly update_time?: string;
    variables?: TemplateVariable[];
    version?: string;
} & ({
    card_message: CardMessage;
    carousel_message?: never;
    choice_message?: never;
    contact_info_message?: never;
    list_message?: never;
    location_message?: never;
    media_message?: never;
    template_message?: never;
    text_message?: never;
} | {
    card_message?: never;
    carousel_message?: never;
    choice_message: ChoiceMessage;
    contact_info_message?: never;
    list_message?: never;
    location_message?: never;
    media_message?: never;
    template_message?: never;
    text_message?: never;
} | {
    card_message?: never;
    carousel_message: CarouselMessage;
    choice_message?: never;
    contact_info_message?: never;
    list_message?: never;
    location_message?: never;
    media_message?: never;
    template_message?: never;
    text_message?: never;
} | {
    card_message?: never;
    carousel_message?: never;
    choice_message?: never;
    contact_info_message?: never;
    list_message: ListMessage;
    location_message?: never;
    media_message?: never;
    template_message?: never;
    text_message?: never;
} | {
    card_message?: never;
    carousel_message?: never;
    choice_message?: never;
    contact_info_message?: never;
    list_message?: never;
    location_message: LocationMessage;
    media_message?: never;
    template_message?: never;
    text_message?: never;
} | {
    card_message?: never;
    carousel_message?: never;
    choice_message?: never;
    contact_info_message?: never;
    list_message?: never;
    location_message?: never;
    media_message: MediaProperties;
    template_message?: never;
    text_message?: never;
} | {
    card_message?: never;
    carousel_message?: never;
    choice_message?: never;
    contact_info_message?: never;
    list_message?: never;
    location_message?: never;
    media_message?: never;
    template_message: TemplateMessage;
    text_message?: never;
} | {
    card_message?: never;
    carousel_message?: never;
    choice_message?: never;
    contact_info_message?: never;
    list_message?: never;
    location_message?: never;
    media_message?: never;
    template_message?: never;
    text_message: TextMessage;
} | {
    card_message?: never;
    carousel_message?: never;
    choice_message?: never;
    contact_info_message: ContactInfoMessage;
    list_message?: never;
    location_message?: never;
    media_message?: never;
    template_message?: never;
    text_message?: never;
});

declare const WEBHOOK_PAYLOAD_KEYS: {
    readonly message: 'MESSAGE_INBOUND';
    readonly message_redaction: 'MESSAGE_INBOUND_SMART_CONVERSATION_REDACTION';
    readonly message_submit_notification: 'MESSAGE_SUBMIT';
    readonly message_delivery_report: 'MESSAGE_DELIVERY';
    readonly event: 'EVENT_INBOUND';
    readonly event_delivery_report: 'EVENT_DELIVERY';
    readonly conversation_start_notification: 'CONVERSATION_START';
    readonly conversation_stop_notification: 'CONVERSATION_STOP';
    readonly conversation_delete_notification: 'CONVERSATION_DELETE';
    readonly contact_create_notification: 'CONTACT_CREATE';
    readonly contact_delete_notification: 'CONTACT_DELETE';
    readonly contact_merge_notification: 'CONTACT_MERGE';
    readonly contact_update_notification: 'CONTACT_UPDATE';
    readonly duplicated_contact_identities_notification: 'CONTACT_IDENTITIES_DUPLICATION';
    readonly capability_notification: 'CAPABILITY';
    readonly opt_in_notification: 'OPT_IN';
    readonly opt_out_notification: 'OPT_OUT';
    readonly channel_event_notification: 'CHANNEL_EVENT';
    readonly smart_conversation_notification: 'SMART_CONVERSATION';
    readonly record_notification: 'RECORD_NOTIFICATION';
    readonly unsupported_callback: 'UNSUPPORTED';
};

declare const WEBHOOK_TARGET_TYPES: readonly [
    "DISMISS",
    "HTTP"
];

declare const WEBHOOK_TRIGGERS: readonly [
    "MESSAGE_DELIVERY",
    "EVENT_DELIVERY",
    "MESSAGE_INBOUND",
    "EVENT_INBOUND",
    "CONVERSATION_START",
    "CONVERSATION_STOP",
    "CONTACT_CREATE",
    "CONTACT_DELETE",
    "CONTACT_MERGE",
    "CONTACT_UPDATE",
    "UNSUPPORTED",
    "OPT_IN",
    "OPT_OUT",
    "CAPABILITY",
    "CONVERSATION_DELETE",
    "CONTACT_IDENTITIES_DUPLICATION",
    "CHANNEL_EVENT",
    "SMART_CONVERSATION",
    "MESSAGE_INBOUND_SMART_CONVERSATION_REDACTION",
    "RECORD_NOTIFICATION",
    "MESSAGE_SUBMIT"
];

interface WeChatCredentials {
    aes_key: string;
    app_id: string;
    app_secret: string;
    token: string;
}

interface Webhook {
    app_id?: string;
    client_credentials?: ClientCredentials;
    readonly id?: string;
    secret?: string;
    target: string;
    target_type?: Open<WebhookTargetType>;
    triggers?: Open<WebhookTrigger>[];
}

type WebhookEvent = KnownWebhookEvent | UnknownWebhookEvent;

interface WebhookEvents {
    MESSAGE_INBOUND: MessageInboundEvent & {
        trigger: 'MESSAGE_INBOUND';
        message: NonNullable<MessageInboundEvent['message']>;
    };
    MESSAGE_INBOUND_SMART_CONVERSATION_REDACTION: MessageInboundSmartConversationRedactionEvent & {
        trigger: 'MESSAGE_INBOUND_SMART_CONVERSATION_REDACTION';
        message_redaction: NonNullable<MessageInboundSmartConversationRedactionEvent['message_redaction']>;
    };
    MESSAGE_SUBMIT: MessageSubmitEvent & {
        trigger: 'MESSAGE_SUBMIT';
        message_submit_notification: NonNullable<MessageSubmitEvent['message_submit_notification']>;
    };
    MESSAGE_DELIVERY: MessageDeliveryReceiptEvent & {
        trigger: 'MESSAGE_DELIVERY';
        message_delivery_report: NonNullable<MessageDeliveryReceiptEvent['message_delivery_report']>;
    };
    EVENT_INBOUND: EventInbound & {
        trigger: 'EVENT_INBOUND';
        event: NonNullable<EventInbound['event']>;
    };
    EVENT_DELIVERY: EventDelivery & {
        trigger: 'EVENT_DELIVERY';
        event_delivery_report: NonNullable<EventDelivery['event_delivery_report']>;
    };
    CONVERSATION_START: ConversationStartEvent & {
        trigger: 'CONVERSATION_START';
        conversation_start_notification: NonNullable<ConversationStartEvent['conversation_start_notification']>;
    };
    CONVERSATION_STOP: ConversationStopEvent & {
        trigger: 'CONVERSATION_STOP';
        conversation_stop_notification: NonNullable<ConversationStopEvent['conversation_stop_notification']>;
    };
    CONVERSATION_DELETE: ConversationDeleteEvent & {
        trigger: 'CONVERSATION_DELETE';
        conversation_delete_notification: NonNullable<ConversationDeleteEvent['conversation_delete_notification']>;
    };
    CONTACT_CREATE: ContactCreateEvent & {
        trigger: 'CONTACT_CREATE';
        contact_create_notification: NonNullable<ContactCreateEvent['contact_create_notification']>;
    };
    CONTACT_DELETE: ContactDeleteEvent & {
        trigger: 'CONTACT_DELETE';
        contact_delete_notification: NonNullable<ContactDeleteEvent['contact_delete_notification']>;
    };
    CONTACT_MERGE: ContactMergeEvent & {
        trigger: 'CONTACT_MERGE';
        contact_merge_notification: NonNullable<ContactMergeEvent['contact_merge_notification']>;
    };
    CONTACT_UPDATE: ContactUpdateEvent & {
        trigger: 'CONTACT_UPDATE';
        contact_update_notification: NonNullable<ContactUpdateEvent['contact_update_notification']>;
    };
    CONTACT_IDENTITIES_DUPLICATION: ContactIdentitiesDuplicationEvent & {
        trigger: 'CONTACT_IDENTITIES_DUPLICATION';
        duplicated_contact_identities_notification: NonNullable<ContactIdentitiesDuplicationEvent['duplicated_contact_identities_notification']>;
    };
    CAPABILITY: CapabilityEvent & {
        trigger: 'CAPABILITY';
        capability_notification: NonNullable<CapabilityEvent['capability_notification']>;
    };
    OPT_IN: OptInEvent & {
        trigger: 'OPT_IN';
        opt_in_notification: NonNullable<OptInEvent['opt_in_notification']>;
    };
    OPT_OUT: OptOutEvent & {
        trigger: 'OPT_OUT';
        opt_out_notification: NonNullable<OptOutEvent['opt_out_notification']>;
    };
    CHANNEL_EVENT: ChannelEvent & {
        trigger: 'CHANNEL_EVENT';
        channel_event_notification: NonNullable<ChannelEvent['channel_event_notification']>;
    };
    SMART_CONVERSATION: SmartConversationsEvent & {
        trigger: 'SMART_CONVERSATION';
        smart_conversation_notification: NonNullable<SmartConversationsEvent['smart_conversation_notification']>;
    };
    RECORD_NOTIFICATION: RecordNotificationEvent & {
        trigger: 'RECORD_NOTIFICATION';
        record_notification: NonNullable<RecordNotificationEvent['record_notification']>;
    };
    UNSUPPORTED: UnsupportedCallbackEvent & {
        trigger: 'UNSUPPORTED';
        unsupported_callback: NonNullable<UnsupportedCallbackEvent['unsupported_callback']>;
    };
}

type WebhookTargetType = "DISMISS" | "HTTP";

type WebhookTrigger = "UNSPECIFIED_TRIGGER" | "MESSAGE_DELIVERY" | "EVENT_DELIVERY" | "MESSAGE_INBOUND" | "EVENT_INBOUND" | "CONVERSATION_START" | "CONVERSATION_STOP" | "CONTACT_CREATE" | "CONTACT_DELETE" | "CONTACT_MERGE" | "CONTACT_UPDATE" | "UNSUPPORTED" | "OPT_IN" | "OPT_OUT" | "CAPABILITY" | "CONVERSATION_DELETE" | "CONTACT_IDENTITIES_DUPLICATION" | "CHANNEL_EVENT" | "SMART_CONVERSATION" | "MESSAGE_INBOUND_SMART_CONVERSATION_REDACTION" | "RECORD_NOTIFICATION" | "MESSAGE_SUBMIT";

interface WhatsAppInteractiveBody {
    text: string;
}

interface WhatsAppInteractiveDocumentHeader {
    document: WhatsAppInteractiveHeaderMedia;
    type: "document";
}

interface WhatsAppInteractiveFooter {
    text: string;
}

type WhatsAppInteractiveHeader = WhatsAppInteractiveTextHeader | WhatsAppInteractiveImageHeader | WhatsAppInteractiveDocumentHeader | WhatsAppInteractiveVideoHeader;

interface WhatsAppInteractiveHeaderMedia {
    link: string;
}

interface WhatsAppInteractiveImageHeader {
    image: WhatsAppInteractiveHeaderMedia;
    type: "image";
}

interface WhatsAppInteractiveNfmReply {
    body: string;
    name: Open<"flow" | "address_message">;
    response_json: string;
}

interface WhatsAppInteractiveNfmReplyMessage {
    nfm_reply: WhatsAppInteractiveNfmReply;
    type: "nfm_reply";
}

interface WhatsAppInteractiveTextHeader {
    text: string;
    type: "text";
}

interface WhatsAppInteractiveVideoHeader {
    type: "video";
    video: WhatsAppInteractiveHeaderMedia;
}

declare function isApiError(value: unknown): value is ApiError;

declare function isAuthError(value: unknown): value is AuthError;

declare function isConnectionError(value: unknown): value is ConnectionError;

declare function isConvapiError(value: unknown): value is ConvapiError;

declare function isDeliveryUnknownError(value: unknown): value is DeliveryUnknownError;

declare function isTimeoutError(value: unknown): value is TimeoutError;

export type {
  AddressInfo,
  Agent,
  AgentJoinedEvent,
  AgentLeftEvent,
  AnalysisResult,
  ApiErrorOptions,
  AppCreateRequest,
  AppEvent,
  AppMessage,
  AppResponse,
  AppUpdateRequest,
  AppleBcCredentials,
  AuditRecord,
  AuditRecordsResponse,
  BasicAuthCredential,
  Batch,
  BatchAccepted,
  BatchCreateContactsRequest,
  BatchDeleteContactsRequest,
  BatchInsertConsentsRequest,
  BatchRecipient,
  BatchStatus,
  Boleto,
  CalendarMessage,
  CallMessage,
  CallbackSettings,
  CancelBatchRequest,
  CapabilityEvent,
  CapabilityNotification,
  CardHeight,
  CardMessage,
  CardMessageProperties,
  CarouselMessage,
  ChannelEvent,
  ChannelEventItem,
  ChannelEventNotification,
  ChannelIdentities,
  ChannelIdentity,
  ChannelIntegrationState,
  ChannelPropertyKey,
  ChannelRecipientIdentity,
  ChannelSpecificContactMessage,
  ChannelSpecificMessage,
  ChannelSpecificMessageCarouselCommerce,
  ChannelSpecificMessageCommerce,
  ChannelSpecificMessageFlows,
  ChannelSpecificMessageNotificationMessageTemplate,
  ChannelSpecificMessageOrderDetails,
  ChannelSpecificMessageOrderStatus,
  ChannelSpecificTemplate,
  ChannelSpecificTemplateReference,
  ChannelTemplateReference,
  Choice,
  ChoiceItem,
  ChoiceMessage,
  ChoiceMessageProperties,
  ChoiceResponseMessage,
  ClientCredentials,
  CommentEvent,
  CommentReplyEvent,
  ConnectionErrorOptions,
  ConsentIdentity,
  ConsentOperation,
  ConsentOrigin,
  ConsentsListType,
  Contact,
  ContactCreateEvent,
  ContactCreateRequest,
  ContactDeleteEvent,
  ContactEvent,
  ContactIdentitiesDuplicationEvent,
  ContactInfoMessage,
  ContactLanguage,
  ContactMergeEvent,
  ContactMergeNotification,
  ContactMessage,
  ContactMessageEvent,
  ContactNotification,
  ContactSettings,
  ContactUpdateEvent,
  ConvapiErrorOptions,
  Conversation,
  ConversationCallbackEvent,
  ConversationChannel,
  ConversationChannelCredential,
  ConversationDeleteEvent,
  ConversationDirection,
  ConversationEvent,
  ConversationMergeStrategy,
  ConversationMessage,
  ConversationMessagesView,
  ConversationMetadataReportView,
  ConversationMetadataUpdateStrategy,
  ConversationNotification,
  ConversationRecentMessage,
  ConversationStartEvent,
  ConversationStopEvent,
  Coordinates,
  CreateConversationRequest,
  CreateWebhookRequest,
  DeliveryReportBasedFallback,
  DeliveryStatus,
  DispatchRetentionPolicy,
  DispatchRetentionPolicyType,
  DocumentFieldClassification,
  DocumentFieldClassificationData,
  DocumentImageClassification,
  DuplicatedIdentities,
  DuplicatedIdentitiesEvent,
  DynamicPix,
  EmailInfo,
  ErrorDetail,
  ErrorDetailEntry,
  EvaluationEnum,
  EventDelivery,
  EventDeliveryReport,
  EventInbound,
  EventInboundEvent,
  FallbackMessage,
  FieldViolation,
  FindBatchesResponse,
  FlowActionPayload,
  FlowChannelSpecificMessage,
  GenericEvent,
  GetChannelProfileConversationChannel,
  GetChannelProfileRequest,
  GetChannelProfileResponse,
  IdentityConflict,
  InjectConversationEventRequest,
  InjectEventResponse,
  InjectMessageRequest,
  InstagramCredentials,
  IntentResult,
  KakaoTalkAppLinkButton,
  KakaoTalkBotKeywordButton,
  KakaoTalkButton,
  KakaoTalkCarousel,
  KakaoTalkCarouselCommerceChannelSpecificMessage,
  KakaoTalkCarouselHead,
  KakaoTalkCarouselTail,
  KakaoTalkChatCredentials,
  KakaoTalkCommerceChannelSpecificMessage,
  KakaoTalkCommerceMessage,
  KakaoTalkCoupon,
  KakaoTalkCredentials,
  KakaoTalkDiscountFixedCommerce,
  KakaoTalkDiscountRateCommerce,
  KakaoTalkDiscountRateCoupon,
  KakaoTalkFixedDiscountCoupon,
  KakaoTalkFreeCoupon,
  KakaoTalkImage,
  KakaoTalkPricing,
  KakaoTalkRegularPriceCommerce,
  KakaoTalkShippingDiscountCoupon,
  KakaoTalkUPCoupon,
  KakaoTalkWebLinkButton,
  KnownWebhookEvent,
  LineCredentials,
  LineEnterpriseCredentials,
  LineEnterpriseCredentialsPair,
  LineNotificationMessageTemplateBody,
  LineNotificationMessageTemplateButton,
  LineNotificationMessageTemplateItem,
  LineNotificationMessageTemplateMessage,
  ListAppsResponse,
  ListConsentIdentitiesResponse,
  ListContactsResponse,
  ListConversationsResponse,
  ListEventsResponse,
  ListIdentityConflictsResponse,
  ListItem,
  ListLastMessagesByChannelIdentityRequest,
  ListMessage,
  ListMessageProperties,
  ListMessagesResponse,
  ListRecentConversationsResponse,
  ListSection,
  ListWebhooksResponse,
  LocationMessage,
  MMSCredentials,
  MachineLearningImageRecognitionResult,
  MachineLearningNLUResult,
  MachineLearningPIIResult,
  MachineLearningSentimentResult,
  MediaCardMessage,
  MediaProperties,
  MergeContactRequest,
  MessageDeliveryReceiptEvent,
  MessageDeliveryReport,
  MessageInboundEvent,
  MessageInboundEventItem,
  MessageInboundSmartConversationRedactionEvent,
  MessageQueue,
  MessageRetrySettings,
  MessageSearch,
  MessageSource,
  MessageStatus,
  MessageStatusType,
  MessageSubmitEvent,
  MessageSubmitNotification,
  NameInfo,
  OffensiveAnalysis,
  OmniMessageOverride,
  Open,
  OptInEvent,
  OptInNotification,
  OptInNotificationErrorDetails,
  OptOutEvent,
  OptOutNotification,
  OptOutNotificationErrorDetails,
  OpticalCharacterRecognition,
  OpticalCharacterRecognitionData,
  OrderDetailsPayment,
  OrderDetailsPaymentButton,
  OrderDetailsPaymentOrder,
  OrderDetailsPaymentOrderItems,
  OrderDetailsPaymentSettings,
  OrderDetailsPaymentSettingsDynamicPix,
  OrderStatusPayment,
  OrderStatusPaymentDetails,
  OrganizationInfo,
  PaymentLink,
  PaymentOrderDetailsChannelSpecificMessage,
  PaymentOrderStatusChannelSpecificMessage,
  PaymentStatus,
  PaymentStatusUpdateEvent,
  PaymentTransactionStatus,
  PersistMessageStatus,
  PhoneNumberInfo,
  ProcessingMode,
  ProcessingStrategy,
  ProductItem,
  ProductResponseMessage,
  ProjectSettings,
  ProjectSettingsContent,
  ProjectSettingsRequest,
  QueryCapabilityRequest,
  QueryCapabilityResponse,
  QueueStats,
  RateLimits,
  ReactionEvent,
  Reason,
  ReasonCode,
  ReasonSubCode,
  Recipient,
  RecordNotification,
  RecordNotificationEvent,
  RecordStatus,
  Region,
  ReplyTo,
  RetentionPolicy,
  RuntimeError,
  RuntimeErrorContent,
  SendBatchRequest,
  SendEventRequest,
  SendEventResponse,
  SendMessageRequest,
  SendMessageResponse,
  SentimentEnum,
  SentimentResult,
  ShareLocationMessage,
  ShortLinkActivatedEvent,
  SmartConversation,
  SmartConversationNotification,
  SmartConversationsEvent,
  StaticBearerCredential,
  StaticTokenCredential,
  TelegramCredentials,
  TemplateChannel,
  TemplateMessage,
  TemplateReference,
  TemplateVariable,
  TextMessage,
  TranscodeMessageRequest,
  TranscodeMessageResponse,
  UnknownWebhookEvent,
  UnsupportedCallback,
  UnsupportedCallbackEvent,
  UpdateMessageRequest,
  UpdateWebhookRequest,
  UrlInfo,
  UrlMessage,
  V1ListTemplatesResponse,
  V1Template,
  V1TemplateTranslation,
  V2ListTemplatesResponse,
  V2ListTranslationsResponse,
  V2Template,
  V2TemplateResponse,
  V2TemplateTranslation,
  WeChatCredentials,
  Webhook,
  WebhookEvent,
  WebhookEvents,
  WebhookTargetType,
  WebhookTrigger,
  WhatsAppInteractiveBody,
  WhatsAppInteractiveDocumentHeader,
  WhatsAppInteractiveFooter,
  WhatsAppInteractiveHeader,
  WhatsAppInteractiveHeaderMedia,
  WhatsAppInteractiveImageHeader,
  WhatsAppInteractiveNfmReply,
  WhatsAppInteractiveNfmReplyMessage,
  WhatsAppInteractiveTextHeader,
  WhatsAppInteractiveVideoHeader,
};
export {
  ApiError,
  AuthError,
  BATCH_STATUSES,
  CARD_HEIGHTS,
  CHANNELS,
  CHANNEL_PROPERTY_KEYS,
  CHANNEL_SPECIFIC_TEMPLATES,
  CONSENTS_LIST_TYPES,
  CONSENT_OPERATIONS,
  CONSENT_ORIGINS,
  CONTACT_LANGUAGES,
  CONVERSATION_MERGE_STRATEGIES,
  CONVERSATION_MESSAGES_VIEWS,
  CONVERSATION_METADATA_REPORT_VIEWS,
  CONVERSATION_METADATA_UPDATE_STRATEGIES,
  ConnectionError,
  ConvapiError,
  DELIVERY_STATUSES,
  DIRECTIONS,
  DISPATCH_RETENTION_POLICY_TYPES,
  DeliveryUnknownError,
  EVALUATIONS,
  GET_CHANNEL_PROFILE_CONVERSATION_CHANNELS,
  MESSAGE_QUEUES,
  MESSAGE_SOURCES,
  MESSAGE_STATUS_TYPES,
  PAYMENT_STATUSES,
  PAYMENT_TRANSACTION_STATUSES,
  PROCESSING_MODES,
  PROCESSING_STRATEGIES,
  REASON_CODES,
  REASON_SUB_CODES,
  RECORD_STATUSES,
  REGIONS,
  SENTIMENTS,
  TEMPLATE_CHANNELS,
  TimeoutError,
  WEBHOOK_PAYLOAD_KEYS,
  WEBHOOK_TARGET_TYPES,
  WEBHOOK_TRIGGERS,
  isApiError,
  isAuthError,
  isConnectionError,
  isConvapiError,
  isDeliveryUnknownError,
  isTimeoutError,
};
