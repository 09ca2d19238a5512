// What customers see. Written by "pnpm api:update": a change here is a change for them.
import type {
  AddressInfo,
  Agent,
  AppMessage,
  CalendarMessage,
  CallMessage,
  CardHeight,
  CardMessage,
  CarouselMessage,
  ChannelIdentities,
  ChannelRecipientIdentity,
  ChannelSpecificMessage,
  ChannelSpecificMessageCarouselCommerce,
  ChannelSpecificMessageCommerce,
  ChannelSpecificMessageFlows,
  ChannelSpecificMessageNotificationMessageTemplate,
  ChannelSpecificMessageOrderDetails,
  ChannelSpecificMessageOrderStatus,
  ChannelSpecificTemplate,
  ChannelSpecificTemplateReference,
  Choice,
  ChoiceMessage,
  ContactInfoMessage,
  ConvapiError,
  ConvapiErrorOptions,
  ConversationChannel,
  ConversationMetadataUpdateStrategy,
  EmailInfo,
  KakaoTalkButton,
  KakaoTalkCarouselHead,
  KakaoTalkCarouselTail,
  KakaoTalkCoupon,
  KakaoTalkImage,
  KakaoTalkPricing,
  ListMessage,
  LocationMessage,
  MediaProperties,
  MessageQueue,
  NameInfo,
  OmniMessageOverride,
  OrderDetailsPayment,
  OrderStatusPayment,
  OrganizationInfo,
  PhoneNumberInfo,
  ProcessingMode,
  ProcessingStrategy,
  ReasonCode,
  Recipient,
  SendMessageRequest,
  ShareLocationMessage,
  TemplateMessage,
  TemplateReference,
  TextMessage,
  UrlInfo,
  UrlMessage,
  V1TemplateTranslation,
  V2TemplateTranslation,
} from '@convapi/core';

declare const API_LIMITS: {
    readonly choiceMessage: {
        readonly choicesMax: {
            readonly value: 10;
            readonly basis: 'sinch-api';
            readonly source: 'API';
            readonly note: '3 in pages of 2021-2022';
        };
    };
    readonly cardMessage: {
        readonly choicesMax: {
            readonly value: 10;
            readonly basis: 'sinch-api';
            readonly source: 'API';
            readonly note: '3 in pages of 2021-2022';
        };
    };
    readonly carouselMessage: {
        readonly cardsMax: {
            readonly value: 10;
            readonly basis: 'sinch-api';
            readonly source: 'API';
        };
        readonly outerChoicesMax: {
            readonly value: 3;
            readonly basis: 'sinch-api';
            readonly source: 'API';
        };
    };
    readonly listMessage: {
        readonly choicesTotalMax: {
            readonly value: 10;
            readonly basis: 'sinch-doc';
            readonly source: 'LIST';
        };
    };
    readonly messageMetadataChars: {
        readonly value: 1024;
        readonly basis: 'sinch-api';
        readonly source: 'API';
    };
    readonly conversationMetadataChars: {
        readonly value: 2048;
        readonly basis: 'sinch-api';
        readonly source: 'API';
        readonly note: 'JSON objects only';
    };
    readonly contact: {
        readonly metadataChars: {
            readonly value: 1024;
            readonly basis: 'sinch-api';
            readonly source: 'API';
        };
    };
    readonly conversation: {
        readonly metadataChars: {
            readonly value: 1024;
            readonly basis: 'sinch-api';
            readonly source: 'API';
            readonly note: 'deprecated field';
        };
    };
    readonly correlationIdChars: {
        readonly value: 128;
        readonly basis: 'sinch-api';
        readonly source: 'API';
    };
    readonly channelProperties: {
        readonly valueChars: {
            readonly value: 1024;
            readonly basis: 'sinch-api';
            readonly source: 'API';
        };
    };
    readonly ttlSeconds: {
        readonly value: readonly [
            3,
            315576000000
        ];
        readonly basis: 'sinch-api';
        readonly source: 'API';
        readonly note: 'text with suffix s, e.g. "10s"';
    };
    readonly webhook: {
        readonly targetChars: {
            readonly value: 742;
            readonly basis: 'sinch-api';
            readonly source: 'API';
        };
        readonly clientCredentials: {
            readonly scopeChars: {
                readonly value: 1024;
                readonly basis: 'sinch-api';
                readonly source: 'API';
            };
            readonly responseTypeChars: {
                readonly value: 64;
                readonly basis: 'sinch-api';
                readonly source: 'API';
            };
            readonly tokenExpiresInSeconds: {
                readonly value: readonly [
                    30,
                    3600
                ];
                readonly basis: 'sinch-api';
                readonly source: 'API';
            };
        };
    };
    readonly webhooksPerApp: {
        readonly value: 5;
        readonly basis: 'sinch-api';
        readonly source: 'API';
    };
    readonly channelCredentials: {
        readonly callbackSecretChars: {
            readonly value: 256;
            readonly basis: 'sinch-api';
            readonly source: 'API';
        };
    };
    readonly retentionPolicy: {
        readonly ttlDays: {
            readonly value: readonly [
                1,
                3650
            ];
            readonly basis: 'sinch-api';
            readonly source: 'API';
            readonly default: 180;
        };
    };
    readonly dispatchRetentionPolicy: {
        readonly ttlDays: {
            readonly value: readonly [
                0,
                7
            ];
            readonly basis: 'sinch-doc';
            readonly source: 'https://developers.sinch.com/docs/conversation/processing-modes';
            readonly default: 0;
        };
    };
    readonly messageRetrySettings: {
        readonly retryDurationSeconds: {
            readonly value: readonly [
                30,
                3600
            ];
            readonly basis: 'sinch-api';
            readonly source: 'API';
            readonly default: 3600;
        };
    };
    readonly deliveryReportBasedFallback: {
        readonly waitingTimeSeconds: {
            readonly value: readonly [
                10,
                259200
            ];
            readonly basis: 'sinch-api';
            readonly source: 'API';
            readonly note: 'minimum was 60 in SDK 1.0.0';
        };
    };
    readonly rate: {
        readonly projectRequestsPerSecond: {
            readonly value: 800;
            readonly basis: 'sinch-doc';
            readonly source: 'https://developers.sinch.com/docs/conversation/api-reference/conversation.md (quoted by api-evangelist/sinch rate-limits file of 2026-10-08)';
        };
        readonly appQueueSize: {
            readonly value: 500000;
            readonly basis: 'sinch-api';
            readonly source: 'API';
        };
        readonly appOutboundPerSecondDefault: {
            readonly value: 20;
            readonly basis: 'sinch-doc';
            readonly source: 'same as project rate';
            readonly note: 'SDK comments say 25; a Java fixture shows outbound 20';
        };
        readonly appInboundPerSecondDefault: {
            readonly value: 25;
            readonly basis: 'sinch-api';
            readonly source: 'API';
        };
        readonly appWebhookCallbacksPerSecondDefault: {
            readonly value: 25;
            readonly basis: 'sinch-api';
            readonly source: 'API';
        };
    };
    readonly pageSize: {
        readonly apps: null;
        readonly contacts: {
            readonly default: 10;
            readonly max: 20;
        };
        readonly conversations: {
            readonly default: 10;
            readonly max: 20;
        };
        readonly conversationsRecent: {
            readonly default: 10;
            readonly max: 50;
        };
        readonly messages: {
            readonly default: 10;
            readonly max: 1000;
        };
        readonly messagesFetchLast: {
            readonly default: 10;
            readonly max: 1000;
        };
        readonly events: {
            readonly default: 10;
            readonly max: 20;
        };
        readonly identityConflicts: {
            readonly max: 20;
        };
        readonly consents: {
            readonly default: 10;
            readonly max: 50;
        };
        readonly source: 'API';
    };
    readonly batch: {
        readonly recipientsMax: {
            readonly value: 1000;
            readonly basis: 'sinch-doc';
            readonly source: 'github.com/sinch/skills .../references/batch.md';
        };
        readonly sendAfterDaysMax: {
            readonly value: 7;
            readonly basis: 'sinch-doc';
            readonly source: 'github.com/sinch/skills .../references/batch.md';
        };
    };
    readonly injectMessage: {
        readonly acceptTimeMaxAgeDays: {
            readonly value: 30;
            readonly basis: 'sinch-api';
            readonly source: 'API';
        };
    };
};

interface AgentOptions {
    name?: string | undefined;
    type?: 'HUMAN' | 'BOT' | undefined;
    picture?: string | undefined;
}

interface ApiLimits {
    readonly [name: string]: ApiLimits | Limit<unknown> | number | string | null;
}

interface Attempt {
    channel: string;
    identity?: string;
    rendered: RenderedMessage;
    sms?: SmsCount;
    window?: SendingWindow;
    refusals: Refusal[];
}

interface CalendarOptions {
    title: string;
    eventTitle: string;
    eventDescription?: string | undefined;
    eventStart: Date | string;
    eventEnd: Date | string;
    fallbackUrl: string;
}

type CardOn<C extends LimitChannel> = Omit<CardOptions, 'choices' | 'whatsappHeader' | 'media'> & ('VIBERBM' extends C ? ViberCard<C> : OrdinaryCard<C>) & ('WHATSAPP' extends C ? Pick<CardOptions, 'whatsappHeader'> : {
    whatsappHeader?: undefined;
});

interface CardOptions {
    title?: string | undefined;
    description?: string | undefined;
    media?: MediaSource | undefined;
    height?: CardHeight | undefined;
    choices?: readonly Choice[] | undefined;
    whatsappHeader?: string | undefined;
}

interface CardPart extends RenderedCard {
    kind: 'card';
}

interface CarouselCommerceOptions extends CommerceSettings {
    head?: KakaoTalkCarouselHead | undefined;
    tail?: KakaoTalkCarouselTail | undefined;
}

interface CarouselOptions {
    choices?: readonly Choice[] | undefined;
}

type CarouselOptionsOn<C extends LimitChannel> = 'INSTAGRAM' extends C ? {
    choices?: undefined;
} : CarouselOptions;

interface CarouselPart {
    kind: 'carousel';
    cards: RenderedCard[];
}

type Carried<C extends LimitChannel, K extends keyof NativeSupport, Builder> = [
    Losing<C, K>
] extends [
    never
] ? Builder : NotCarried<`${Losing<C, K>} does not carry ${K} messages`>;

type Certainty = 'stated' | 'inferred' | 'guess' | 'unknown';

type Channel = Exclude<ConversationChannel, 'CHANNEL_UNSPECIFIED'>;

interface ChannelBuilders<C extends LimitChannel> {
    text: typeof text;
    media: typeof media;
    choice: Carried<C, 'choice', (text: string, choices: ChoicesOn<C>, options?: ChoiceOptionsOn<C>) => {
        choice_message: ChoiceMessage;
    }>;
    card: Carried<C, 'card', (options: CardOn<C>) => {
        card_message: CardMessage;
    }>;
    carousel: Carried<C, 'carousel', (cards: readonly CardOn<C>[], options?: CarouselOptionsOn<C>) => {
        carousel_message: CarouselMessage;
    }>;
    location: Carried<C, 'location', typeof location>;
    list: Carried<C, 'list', typeof list>;
    template: (options: TemplateOn<C>) => {
        template_message: TemplateMessage;
    };
    contactInfo: typeof contactInfo;
    withSpecificMessages: <T extends AppMessage>(message: T, specific: Pick<SpecificMessages, C & keyof SpecificMessages>) => T & {
        channel_specific_message: Partial<Record<Channel, ChannelSpecificMessage>>;
    };
    toIdentities: (identities: {
        readonly [P in Exclude<C, 'VIBER'>]?: string | undefined;
    }) => {
        identified_by: ChannelIdentities;
    };
}

interface ChannelLimits {
    readonly native: NativeSupport;
    readonly textChars: Limit<number | SmsTextLimit | {
        readonly bytes: number;
    }>;
    readonly choicesMax: Limit;
    readonly choicesPerCardMax?: Limit;
    readonly choiceTitleChars: Limit;
    readonly choiceBodyChars?: Limit;
    readonly choiceFooterChars?: Limit;
    readonly postbackChars?: Limit;
    readonly cardTitleChars: Limit;
    readonly cardDescriptionChars: Limit;
    readonly cardChoicesMax?: Limit;
    readonly cardMedia?: Limit<string>;
    readonly subjectChars?: Limit;
    readonly carouselCards: Limit<readonly [
        number,
        number
    ]>;
    readonly carouselOuterChoices?: Limit;
    readonly media: Limit<unknown>;
    readonly list: Limit<never> | ListLimits;
    readonly templateButtons?: Limit<{
        readonly quickReplyMax: number;
        readonly callToActionMax: number;
    }>;
    readonly senderNameChars?: Limit;
    readonly senderAvatarKb?: Limit;
    readonly deprecated?: boolean;
    readonly statuses: readonly string[];
    readonly statusesNote?: string;
}

interface ChannelProperties {
    SMS_SENDER?: string | undefined;
    SMS_FLASH_MESSAGE?: boolean | undefined;
    SMS_MAX_NUMBER_OF_MESSAGE_PARTS?: number | undefined;
    MMS_SENDER?: string | undefined;
    MMS_STRICT_VALIDATION?: boolean | undefined;
    MESSENGER_MESSAGING_TYPE?: string | undefined;
    MESSENGER_MESSAGE_TAG?: string | undefined;
    MESSENGER_NOTIFICATION_TYPE?: 'REGULAR' | 'SILENT_PUSH' | 'NO_PUSH' | undefined;
    INSTAGRAM_MESSAGE_TAG?: 'HUMAN_AGENT' | (string & {}) | undefined;
    VIBER_SENDER_NAME?: string | undefined;
    VIBER_SENDER_AVATAR?: string | undefined;
    TELEGRAM_DISABLE_LINK_PREVIEW?: boolean | undefined;
    KAKAOTALK_AUTHENTICATION?: string | undefined;
    LINE_VIDEO_TRACKING_ID?: string | undefined;
}

interface ChannelTemplateOptions {
    omni?: undefined;
    channels: ChannelTemplates;
}

type ChannelTemplates = Partial<Record<Channel, ChannelSpecificTemplateReference>>;

interface CheckIssue extends MessageIssue {
    code: IssueCode;
    severity: IssueSeverity;
    channel?: LimitChannel;
    limit?: number | string;
    actual?: number | string;
    basis: LimitBasis;
    source: string | null;
}

interface ChoiceListOptions extends ListTexts {
    sections: readonly ListGroup<ListChoice>[];
    catalogId?: undefined;
}

interface ChoiceOptions {
    whatsappFooter?: string | undefined;
}

type ChoiceOptionsOn<C extends LimitChannel> = 'WHATSAPP' extends C ? ChoiceOptions : {
    whatsappFooter?: undefined;
};

type ChoicesOn<C extends LimitChannel> = 'VIBERBM' extends C ? readonly [
    'WHATSAPP' extends C ? Link : ViberChoice
] : 'WHATSAPP' extends C ? readonly [
    Link
] | readonly [
    Reply,
    Reply?,
    Reply?
] : 'MESSENGER' extends C ? readonly [
    Choice,
    Choice?,
    Choice?
] : readonly Choice[];

interface ChoicesPart {
    kind: 'choices';
    choices: RenderedChoice[];
}

interface CommerceCard {
    image: string | KakaoTalkImage;
    commerce: KakaoTalkPricing;
    buttons: readonly KakaoTalkButton[];
    text?: string | undefined;
    coupon?: KakaoTalkCoupon | undefined;
}

interface CommerceSettings {
    pushAlarm?: boolean | undefined;
    adult?: boolean | undefined;
}

interface ContactInfoOptions {
    name: string | NameInfo;
    phoneNumbers: readonly (string | PhoneNumberInfo)[];
    emailAddresses?: readonly (string | EmailInfo)[] | undefined;
    addresses?: readonly AddressInfo[] | undefined;
    urls?: readonly (string | UrlInfo)[] | undefined;
    organization?: OrganizationInfo | undefined;
    birthday?: string | undefined;
}

interface ContactPart {
    kind: 'contact';
    name: string;
    lines: string[];
}

interface CostDriver {
    kind: 'segments' | 'media' | 'attempts' | 'fallback';
    channel?: string;
    what: string;
    basis: Certainty;
}

type Duration = number | `${number}${'s' | 'm' | 'h' | 'd'}`;

interface ExplainOptions extends RenderOptions {
    activeChannel?: string | undefined;
    lastInboundAt?: Date | number | undefined;
    now?: (() => number) | undefined;
}

interface ExplainedApp {
    channel_credentials?: readonly {
        channel: string;
    }[];
    processing_mode?: string;
    delivery_report_based_fallback?: {
        enabled?: boolean;
    } | null;
}

interface ExplainedContact {
    channel_identities?: readonly {
        channel: string;
        identity: string;
    }[];
    channel_priority?: readonly string[];
}

interface Explanation {
    outcome: 'sent' | 'fails' | 'refused';
    mode: ProcessingMode;
    rule: OrderRule;
    why: string;
    attempts: Attempt[];
    refusals: Refusal[];
    costs: CostDriver[];
}

type ExplicitMessages = {
    readonly [C in Channel]?: object | string;
};

interface FlowOptions extends WhatsAppFrame {
    flowId: string;
    cta: string;
    mode?: 'draft' | 'published' | undefined;
    token?: string | undefined;
    action?: 'navigate' | 'data_exchange' | undefined;
    screen?: string | undefined;
    data?: {
        [key: string]: unknown;
    } | undefined;
}

type IdentitiesByChannel = {
    readonly [C in Channel]?: string | undefined;
};

type IssueCode = 'missing' | 'type' | 'value' | 'alternatives' | 'unknown_field' | 'length' | 'count' | 'range' | 'format' | 'duplicate' | 'markdown' | 'mixed' | 'empty' | 'order' | 'media_type' | 'choice_kind' | 'not_native' | 'template' | 'recipient' | 'property' | 'segments';

type IssueSeverity = 'error' | 'warning' | 'info';

declare const LIMITS: {
    readonly SMS: {
        readonly native: {
            readonly text: 'native';
            readonly media: 'transcoded (URL in text; Sinch calls images native)';
            readonly choice: 'transcoded';
            readonly card: 'transcoded';
            readonly carousel: 'transcoded';
            readonly location: 'transcoded (title: maps URL; Sinch calls it native)';
            readonly list: 'transcoded';
            readonly template: 'omni';
            readonly contactInfo: 'unknown';
        };
        readonly textChars: {
            readonly value: {
                readonly gsm7: 160;
                readonly gsm7Part: 153;
                readonly ucs2: 70;
                readonly ucs2Part: 67;
            };
            readonly basis: 'sinch-doc';
            readonly source: 'SKILL';
            readonly note: 'longer text is split into parts; SMS_MAX_NUMBER_OF_MESSAGE_PARTS caps them; overall maximum unknown';
        };
        readonly choicesMax: {
            readonly value: 10;
            readonly basis: 'sinch-api';
            readonly source: 'API';
        };
        readonly choiceTitleChars: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly cardTitleChars: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly cardDescriptionChars: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly carouselCards: {
            readonly value: readonly [
                1,
                10
            ];
            readonly basis: 'sinch-api';
            readonly source: 'API';
        };
        readonly media: {
            readonly value: 'link only';
            readonly basis: 'sinch-doc';
            readonly source: 'D21';
        };
        readonly list: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly statuses: readonly [
            "QUEUED_ON_CHANNEL",
            "DELIVERED",
            "FAILED"
        ];
    };
    readonly RCS: {
        readonly native: {
            readonly text: 'native';
            readonly media: 'native';
            readonly choice: 'native';
            readonly card: 'native';
            readonly carousel: 'native';
            readonly location: 'transcoded (text + one location choice)';
            readonly list: 'transcoded';
            readonly template: 'omni';
            readonly contactInfo: 'unknown';
        };
        readonly textChars: {
            readonly value: 3072;
            readonly basis: 'sinch-doc';
            readonly source: 'RCSMS';
            readonly note: '2000 in an older stored copy';
        };
        readonly choicesMax: {
            readonly value: 10;
            readonly basis: 'sinch-api';
            readonly source: 'API';
            readonly note: 'RCS platform: 11 suggestions per message (AWS_RCS); Sinch pages of 2021: 3';
        };
        readonly choicesPerCardMax: {
            readonly value: 4;
            readonly basis: 'platform';
            readonly source: 'LP_RCS';
            readonly note: 'Sinch 2021: 3 per card';
        };
        readonly choiceTitleChars: {
            readonly value: 25;
            readonly basis: 'platform';
            readonly source: 'AWS_RCS';
        };
        readonly postbackChars: {
            readonly value: 2048;
            readonly basis: 'platform';
            readonly source: 'AWS_RCS';
        };
        readonly cardTitleChars: {
            readonly value: 200;
            readonly basis: 'sinch-doc';
            readonly source: 'SKILL';
        };
        readonly cardDescriptionChars: {
            readonly value: 2000;
            readonly basis: 'sinch-doc';
            readonly source: 'SKILL';
        };
        readonly carouselCards: {
            readonly value: readonly [
                1,
                10
            ];
            readonly basis: 'sinch-doc';
            readonly source: 'D21';
            readonly note: 'one card is sent as a plain card; RCS itself wants 2-10';
        };
        readonly carouselOuterChoices: {
            readonly value: 3;
            readonly basis: 'sinch-doc';
            readonly source: 'D21';
        };
        readonly media: {
            readonly value: {
                readonly maxMib: 100;
                readonly totalMibPerMessage: 100;
                readonly kinds: readonly [
                    "image",
                    "video",
                    "audio",
                    "pdf"
                ];
                readonly formats: readonly [
                    "JPEG",
                    "PNG",
                    "GIF",
                    "MP4",
                    "PDF"
                ];
                readonly urlCacheDays: 28;
                readonly redirects: 'not followed: message silently lost';
            };
            readonly basis: 'sinch-doc';
            readonly source: 'RCSMS';
        };
        readonly list: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly statuses: readonly [
            "QUEUED_ON_CHANNEL",
            "DELIVERED",
            "READ",
            "FAILED"
        ];
    };
    readonly WHATSAPP: {
        readonly native: {
            readonly text: 'native';
            readonly media: 'native';
            readonly choice: 'conditional';
            readonly card: 'conditional';
            readonly carousel: 'transcoded';
            readonly location: 'native';
            readonly list: 'native';
            readonly template: 'channel + omni';
            readonly contactInfo: 'unknown';
        };
        readonly textChars: {
            readonly value: 4096;
            readonly basis: 'sinch-doc';
            readonly source: 'TEXT';
            readonly note: 'approved text template body: 32768';
        };
        readonly choicesMax: {
            readonly value: 3;
            readonly basis: 'sinch-doc';
            readonly source: 'CHOICE';
            readonly note: 'native only with <=3 text choices, or a single URL choice; otherwise plain text';
        };
        readonly choiceBodyChars: {
            readonly value: 1024;
            readonly basis: 'sinch-doc';
            readonly source: 'CHOICE';
        };
        readonly choiceTitleChars: {
            readonly value: 20;
            readonly basis: 'sinch-doc';
            readonly source: 'CHOICE';
            readonly note: 'unique within the message, no Markdown';
        };
        readonly postbackChars: {
            readonly value: 229;
            readonly basis: 'sinch-doc';
            readonly source: 'CHOICE';
        };
        readonly choiceFooterChars: {
            readonly value: 60;
            readonly basis: 'sinch-api';
            readonly source: 'API';
            readonly note: 'WhatsApp flow footer comment; whatsapp_footer property of choice';
        };
        readonly cardTitleChars: {
            readonly value: 1024;
            readonly basis: 'sinch-doc';
            readonly source: 'CARD';
        };
        readonly cardDescriptionChars: {
            readonly value: 60;
            readonly basis: 'sinch-doc';
            readonly source: 'CARD';
        };
        readonly cardChoicesMax: {
            readonly value: 3;
            readonly basis: 'sinch-doc';
            readonly source: 'CARD';
        };
        readonly carouselCards: {
            readonly value: readonly [
                1,
                10
            ];
            readonly basis: 'sinch-api';
            readonly source: 'API';
            readonly note: 'sent as text';
        };
        readonly media: {
            readonly value: {
                readonly image: {
                    readonly types: readonly [
                        "image/jpeg",
                        "image/png"
                    ];
                    readonly maxMb: 5;
                };
                readonly video: {
                    readonly types: readonly [
                        "video/mp4",
                        "video/3gpp"
                    ];
                    readonly codecs: 'H.264 + AAC, one audio stream';
                    readonly maxMb: 16;
                };
                readonly audio: {
                    readonly types: readonly [
                        "audio/aac",
                        "audio/mp4",
                        "audio/amr",
                        "audio/mpeg",
                        "audio/ogg; codecs=opus"
                    ];
                    readonly maxMb: 16;
                };
                readonly document: {
                    readonly types: 'any valid MIME type';
                    readonly maxMb: 100;
                };
                readonly sticker: {
                    readonly types: readonly [
                        "image/webp"
                    ];
                    readonly maxKb: 100;
                };
                readonly other: 'sent as a plain URL';
                readonly note: 'sizes are after processing';
            };
            readonly basis: 'sinch-doc';
            readonly source: 'MEDIA';
        };
        readonly list: {
            readonly sectionsMax: {
                readonly value: 10;
                readonly basis: 'platform';
                readonly source: 'META_WA';
            };
            readonly rowsTotalMax: {
                readonly value: 10;
                readonly basis: 'platform';
                readonly source: 'META_WA';
            };
            readonly menuButtonChars: {
                readonly value: 20;
                readonly basis: 'platform';
                readonly source: 'WAJS';
            };
            readonly sectionTitleChars: {
                readonly value: 24;
                readonly basis: 'unconfirmed';
                readonly source: null;
                readonly note: 'not confirmed here; GUPSHUP says 20';
            };
            readonly rowTitleChars: {
                readonly value: 24;
                readonly basis: 'platform';
                readonly source: 'GUPSHUP';
            };
            readonly rowDescriptionChars: {
                readonly value: 72;
                readonly basis: 'platform';
                readonly source: 'GUPSHUP';
            };
            readonly rowIdChars: {
                readonly value: 200;
                readonly basis: 'platform';
                readonly source: 'api-evangelist/whatsapp list-section schema';
            };
            readonly footerChars: {
                readonly value: 60;
                readonly basis: 'platform';
                readonly source: 'GUPSHUP';
            };
            readonly bodyChars: {
                readonly value: 1024;
                readonly basis: 'platform';
                readonly source: 'GUPSHUP';
            };
            readonly productsTotalMax: {
                readonly value: 30;
                readonly basis: 'platform';
                readonly source: 'socket.dev whatsapp-business 1.5.1 comments';
            };
        };
        readonly templateButtons: {
            readonly value: {
                readonly quickReplyMax: 3;
                readonly callToActionMax: 2;
            };
            readonly basis: 'sinch-doc';
            readonly source: 'D21';
            readonly note: '2021 rules';
        };
        readonly statuses: readonly [
            "QUEUED_ON_CHANNEL",
            "DELIVERED",
            "READ",
            "FAILED"
        ];
    };
    readonly MESSENGER: {
        readonly native: {
            readonly text: 'native';
            readonly media: 'native';
            readonly choice: 'native';
            readonly card: 'native';
            readonly carousel: 'native';
            readonly location: 'native per Sinch (text + one button)';
            readonly list: 'transcoded';
            readonly template: 'omni';
            readonly contactInfo: 'unknown';
        };
        readonly textChars: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly choicesMax: {
            readonly value: 3;
            readonly basis: 'sinch-doc';
            readonly source: 'CHOICE';
        };
        readonly choiceTitleChars: {
            readonly value: 20;
            readonly basis: 'platform';
            readonly source: 'LP_FB';
            readonly note: 'quick reply label';
        };
        readonly cardTitleChars: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly cardDescriptionChars: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly carouselCards: {
            readonly value: readonly [
                1,
                10
            ];
            readonly basis: 'sinch-api';
            readonly source: 'API';
        };
        readonly media: {
            readonly value: {
                readonly kinds: readonly [
                    "image",
                    "video",
                    "audio",
                    "document"
                ];
            };
            readonly basis: 'sinch-doc';
            readonly source: 'MEDIA';
        };
        readonly list: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly statuses: readonly [
            "QUEUED_ON_CHANNEL",
            "DELIVERED",
            "READ",
            "FAILED"
        ];
    };
    readonly VIBERBM: {
        readonly native: {
            readonly text: 'native';
            readonly media: 'native';
            readonly choice: 'conditional';
            readonly card: 'conditional';
            readonly carousel: 'transcoded';
            readonly location: 'transcoded';
            readonly list: 'transcoded';
            readonly template: 'unknown';
            readonly contactInfo: 'unknown';
        };
        readonly textChars: {
            readonly value: 1000;
            readonly basis: 'sinch-doc';
            readonly source: 'VBMMS';
            readonly note: 'longer text is cut; Markdown-like *bold* _italic_ ```mono``` ~strike~';
        };
        readonly choicesMax: {
            readonly value: 1;
            readonly basis: 'sinch-doc';
            readonly source: 'D21';
            readonly note: 'native only with exactly one URL, call or location choice';
        };
        readonly choiceTitleChars: {
            readonly value: 30;
            readonly basis: 'sinch-doc';
            readonly source: 'D21';
            readonly note: 'longer titles are cut';
        };
        readonly cardTitleChars: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly cardDescriptionChars: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly carouselCards: {
            readonly value: readonly [
                1,
                10
            ];
            readonly basis: 'sinch-api';
            readonly source: 'API';
            readonly note: 'sent as text';
        };
        readonly media: {
            readonly value: {
                readonly image: readonly [
                    "jpg",
                    "jpeg",
                    "png"
                ];
                readonly document: readonly [
                    "doc",
                    "docx",
                    "rtf",
                    "dot",
                    "dotx",
                    "odt",
                    "odf",
                    "fodt",
                    "txt",
                    "info",
                    "pdf",
                    "xps",
                    "pdax",
                    "eps",
                    "xls",
                    "xlsx",
                    "ods",
                    "fods",
                    "csv",
                    "xlsm",
                    "xltx"
                ];
                readonly other: 'sent as a plain URL';
            };
            readonly basis: 'sinch-doc';
            readonly source: 'D21';
        };
        readonly list: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly statuses: readonly [
            "QUEUED_ON_CHANNEL",
            "DELIVERED",
            "READ",
            "FAILED"
        ];
    };
    readonly VIBER: {
        readonly native: {
            readonly text: 'native';
            readonly media: 'native';
            readonly choice: 'native (keyboard)';
            readonly card: 'native';
            readonly carousel: 'native';
            readonly location: 'native';
            readonly list: 'transcoded';
            readonly template: 'omni';
            readonly contactInfo: 'unknown';
        };
        readonly textChars: {
            readonly value: 7000;
            readonly basis: 'sinch-doc';
            readonly source: 'TEXT';
        };
        readonly choicesMax: {
            readonly value: 10;
            readonly basis: 'sinch-api';
            readonly source: 'API';
        };
        readonly choiceTitleChars: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly cardTitleChars: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly cardDescriptionChars: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly carouselCards: {
            readonly value: readonly [
                1,
                10
            ];
            readonly basis: 'sinch-api';
            readonly source: 'API';
        };
        readonly media: {
            readonly value: {
                readonly imageMaxMb: 1;
                readonly videoMaxMb: 26;
                readonly fileMaxMb: 50;
            };
            readonly basis: 'platform';
            readonly source: 'IB_VIBERBOT';
        };
        readonly senderNameChars: {
            readonly value: 28;
            readonly basis: 'sinch-doc';
            readonly source: 'D21';
        };
        readonly senderAvatarKb: {
            readonly value: 100;
            readonly basis: 'sinch-doc';
            readonly source: 'D21';
        };
        readonly list: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly deprecated: true;
        readonly statuses: readonly [
            "QUEUED_ON_CHANNEL",
            "DELIVERED",
            "READ",
            "FAILED"
        ];
    };
    readonly MMS: {
        readonly native: {
            readonly text: 'native';
            readonly media: 'native';
            readonly choice: 'transcoded';
            readonly card: 'native (media + text)';
            readonly carousel: 'transcoded';
            readonly location: 'transcoded';
            readonly list: 'transcoded';
            readonly template: 'omni';
            readonly contactInfo: 'unknown';
        };
        readonly textChars: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly subjectChars: {
            readonly value: 80;
            readonly basis: 'sinch-doc';
            readonly source: 'SKILL';
            readonly note: 'card title becomes the subject; 40 recommended';
        };
        readonly choicesMax: {
            readonly value: 10;
            readonly basis: 'sinch-api';
            readonly source: 'API';
        };
        readonly choiceTitleChars: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly cardTitleChars: {
            readonly value: 80;
            readonly basis: 'sinch-doc';
            readonly source: 'SKILL';
        };
        readonly cardDescriptionChars: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly carouselCards: {
            readonly value: readonly [
                1,
                10
            ];
            readonly basis: 'sinch-api';
            readonly source: 'API';
        };
        readonly media: {
            readonly value: {
                readonly apiMaxMb: 100;
                readonly recommendedMaxMb: 1;
                readonly kinds: {
                    readonly image: readonly [
                        "JPEG",
                        "PNG",
                        "GIF",
                        "BMP"
                    ];
                    readonly video: readonly [
                        "MP4",
                        "3GPP"
                    ];
                    readonly audio: readonly [
                        "MP3",
                        "WAV",
                        "AMR"
                    ];
                    readonly other: readonly [
                        "VCF",
                        "text",
                        "PDF (as URL)"
                    ];
                };
                readonly contentType: 'application/octet-stream may be refused';
                readonly countries: readonly [
                    "US",
                    "CA",
                    "AU"
                ];
            };
            readonly basis: 'sinch-doc';
            readonly source: 'SKILL';
        };
        readonly list: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly statuses: readonly [
            "QUEUED_ON_CHANNEL",
            "DELIVERED",
            "FAILED"
        ];
    };
    readonly INSTAGRAM: {
        readonly native: {
            readonly text: 'native';
            readonly media: 'native for images (and more later); other media as URL';
            readonly choice: 'native (mobile apps only)';
            readonly card: 'native';
            readonly carousel: 'native';
            readonly location: 'transcoded';
            readonly list: 'transcoded';
            readonly template: 'omni';
            readonly contactInfo: 'unknown';
        };
        readonly textChars: {
            readonly value: {
                readonly bytes: 1000;
            };
            readonly basis: 'platform';
            readonly source: 'IB_IG';
        };
        readonly choicesMax: {
            readonly value: 10;
            readonly basis: 'sinch-api';
            readonly source: 'API';
            readonly note: 'platform: 13 quick replies';
        };
        readonly choiceTitleChars: {
            readonly value: 20;
            readonly basis: 'platform';
            readonly source: 'IB_IG';
        };
        readonly cardTitleChars: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly cardDescriptionChars: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly cardMedia: {
            readonly value: 'images only';
            readonly basis: 'sinch-doc';
            readonly source: 'D21';
        };
        readonly carouselCards: {
            readonly value: readonly [
                1,
                10
            ];
            readonly basis: 'sinch-api';
            readonly source: 'API';
            readonly note: 'outer choices not native';
        };
        readonly media: {
            readonly value: {
                readonly image: readonly [
                    "jpg",
                    "png",
                    "ico",
                    "bmp"
                ];
                readonly imageMaxMb: 8;
            };
            readonly basis: 'platform';
            readonly source: 'IB_IG';
        };
        readonly list: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly statuses: readonly [
            "QUEUED_ON_CHANNEL",
            "DELIVERED",
            "READ",
            "FAILED"
        ];
    };
    readonly TELEGRAM: {
        readonly native: {
            readonly text: 'native';
            readonly media: 'native';
            readonly choice: 'native now; plain text in 2021';
            readonly card: 'native now; plain text in 2021';
            readonly carousel: 'transcoded';
            readonly location: 'native';
            readonly list: 'transcoded';
            readonly template: 'omni';
            readonly contactInfo: 'unknown';
        };
        readonly textChars: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly choicesMax: {
            readonly value: 10;
            readonly basis: 'sinch-api';
            readonly source: 'API';
        };
        readonly choiceTitleChars: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly cardTitleChars: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly cardDescriptionChars: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly carouselCards: {
            readonly value: readonly [
                1,
                10
            ];
            readonly basis: 'sinch-api';
            readonly source: 'API';
        };
        readonly media: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly list: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly statuses: readonly [
            "QUEUED_ON_CHANNEL",
            "FAILED"
        ];
    };
    readonly KAKAOTALK: {
        readonly native: {
            readonly text: 'native';
            readonly media: 'native';
            readonly choice: 'native';
            readonly card: 'native';
            readonly carousel: 'transcoded';
            readonly location: 'transcoded';
            readonly list: 'transcoded';
            readonly template: 'channel (AlimTalk, approved) + omni';
            readonly contactInfo: 'unknown';
        };
        readonly textChars: {
            readonly value: 1000;
            readonly basis: 'platform';
            readonly source: 'IB_KAKAO';
            readonly note: 'AlimTalk body; FriendTalk unknown';
        };
        readonly choicesMax: {
            readonly value: 5;
            readonly basis: 'platform';
            readonly source: 'IB_KAKAO';
            readonly note: 'AlimTalk link buttons';
        };
        readonly choiceTitleChars: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly cardTitleChars: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly cardDescriptionChars: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly carouselCards: {
            readonly value: readonly [
                1,
                10
            ];
            readonly basis: 'sinch-api';
            readonly source: 'API';
        };
        readonly media: {
            readonly value: {
                readonly alimtalkImage: {
                    readonly types: readonly [
                        "jpg",
                        "png"
                    ];
                    readonly maxKb: 500;
                    readonly minWidthPx: 500;
                    readonly ratio: '2:1';
                };
            };
            readonly basis: 'platform';
            readonly source: 'IB_KAKAO';
        };
        readonly list: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly statuses: readonly [
            "QUEUED_ON_CHANNEL",
            "FAILED"
        ];
        readonly statusesNote: 'DELIVERED support unknown';
    };
    readonly KAKAOTALKCHAT: {
        readonly native: {
            readonly text: 'unknown';
            readonly media: 'unknown';
            readonly choice: 'unknown';
            readonly card: 'unknown';
            readonly carousel: 'unknown';
            readonly location: 'unknown';
            readonly list: 'unknown';
            readonly template: 'unknown';
            readonly contactInfo: 'unknown';
        };
        readonly textChars: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly choicesMax: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly choiceTitleChars: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly cardTitleChars: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly cardDescriptionChars: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly carouselCards: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly media: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly list: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly statuses: readonly [
        ];
        readonly statusesNote: 'unknown; this name is the inbound (consultation) side of KakaoTalk';
    };
    readonly LINE: {
        readonly native: {
            readonly text: 'native';
            readonly media: 'native';
            readonly choice: 'native';
            readonly card: 'native';
            readonly carousel: 'native';
            readonly location: 'native';
            readonly list: 'transcoded';
            readonly template: 'channel-specific notification templates + omni';
            readonly contactInfo: 'unknown';
        };
        readonly textChars: {
            readonly value: 5000;
            readonly basis: 'platform';
            readonly source: 'BR_LINE';
        };
        readonly choicesMax: {
            readonly value: 4;
            readonly basis: 'platform';
            readonly source: 'BR_LINE';
        };
        readonly choiceTitleChars: {
            readonly value: 20;
            readonly basis: 'unconfirmed';
            readonly source: null;
            readonly note: 'BR_LINE says 160, which is the buttons-template text limit';
        };
        readonly cardTitleChars: {
            readonly value: 40;
            readonly basis: 'platform';
            readonly source: 'LINE_JP';
        };
        readonly cardDescriptionChars: {
            readonly value: 60;
            readonly basis: 'platform';
            readonly source: 'LINE_JP';
            readonly note: '60 with image or title, 160 without';
        };
        readonly carouselCards: {
            readonly value: readonly [
                1,
                10
            ];
            readonly basis: 'sinch-api';
            readonly source: 'API';
        };
        readonly media: {
            readonly value: {
                readonly image: {
                    readonly types: readonly [
                        "jpg",
                        "png"
                    ];
                    readonly maxMb: 10;
                };
                readonly video: {
                    readonly types: readonly [
                        "mp4"
                    ];
                    readonly maxMb: 200;
                };
                readonly thumbnailMaxMb: 1;
                readonly scheme: 'https';
            };
            readonly basis: 'platform';
            readonly source: 'BR_LINE';
        };
        readonly list: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly statuses: readonly [
            "QUEUED_ON_CHANNEL",
            "FAILED"
        ];
        readonly statusesNote: 'DELIVERED support unknown';
    };
    readonly WECHAT: {
        readonly native: {
            readonly text: 'native';
            readonly media: 'native';
            readonly choice: 'transcoded';
            readonly card: 'transcoded';
            readonly carousel: 'transcoded';
            readonly location: 'transcoded';
            readonly list: 'transcoded';
            readonly template: 'channel-specific + omni';
            readonly contactInfo: 'unknown';
        };
        readonly textChars: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly choicesMax: {
            readonly value: 10;
            readonly basis: 'sinch-api';
            readonly source: 'API';
        };
        readonly choiceTitleChars: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly cardTitleChars: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly cardDescriptionChars: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly carouselCards: {
            readonly value: readonly [
                1,
                10
            ];
            readonly basis: 'sinch-api';
            readonly source: 'API';
        };
        readonly media: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly list: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly statuses: readonly [
            "QUEUED_ON_CHANNEL",
            "FAILED"
        ];
        readonly statusesNote: 'DELIVERED support unknown';
    };
    readonly APPLEBC: {
        readonly native: {
            readonly text: 'native';
            readonly media: 'unknown';
            readonly choice: 'unknown';
            readonly card: 'unknown';
            readonly carousel: 'unknown';
            readonly location: 'unknown';
            readonly list: 'unknown';
            readonly template: 'unknown';
            readonly contactInfo: 'unknown';
        };
        readonly textChars: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly choicesMax: {
            readonly value: 10;
            readonly basis: 'sinch-api';
            readonly source: 'API';
        };
        readonly choiceTitleChars: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly cardTitleChars: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly cardDescriptionChars: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly carouselCards: {
            readonly value: readonly [
                1,
                10
            ];
            readonly basis: 'sinch-api';
            readonly source: 'API';
        };
        readonly media: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly list: {
            readonly value: null;
            readonly basis: 'unknown';
            readonly source: null;
        };
        readonly statuses: readonly [
        ];
        readonly statusesNote: 'unknown';
    };
};

declare const LIMIT_SOURCES: {
    readonly API: 'sinch-sdk-node 1.5.0 packages/conversation/src/models/v1 (doc comments from the OpenAPI file); same figures in sinch-sdk-java and sinch-sdk-python';
    readonly MATRIX: 'https://developers.sinch.com/docs/conversation/message-types/';
    readonly TEXT: 'https://developers.sinch.com/docs/conversation/message-types/text-message';
    readonly CHOICE: 'https://developers.sinch.com/docs/conversation/message-types/choice-message/';
    readonly CARD: 'https://developers.sinch.com/docs/conversation/message-types/card-message/';
    readonly MEDIA: 'https://developers.sinch.com/docs/conversation/message-types/media-message';
    readonly LIST: 'https://developers.sinch.com/docs/conversation/message-types/list-message/';
    readonly RCSMS: 'https://developers.sinch.com/docs/conversation/channel-support/rcs/message-support/';
    readonly WAMS: 'https://developers.sinch.com/docs/conversation/channel-support/whatsapp/message-support';
    readonly VBMMS: 'https://developers.sinch.com/docs/conversation/channel-support/viberbm/message-support';
    readonly D21: 'github.com/sinch/docs docs/conversation/conversation-channel-support/*.md and images/ (2021)';
    readonly SKILL: 'github.com/sinch/skills skills/sinch-conversation-api/references/channels/*.md (2026)';
    readonly META_WA: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-list-messages.md';
    readonly GUPSHUP: 'https://docs.gupshup.io/docs/list-node';
    readonly WAJS: 'https://whatsappapijs.web.app/classes/messages.ActionList.html';
    readonly AWS_RCS: 'https://docs.aws.amazon.com/sms-voice/latest/userguide/sms-limitations-rcs.html';
    readonly LP_RCS: 'https://developers.liveperson.com/rcs-for-business-messaging-templates-limitations.html';
    readonly IB_IG: 'https://www.infobip.com/docs/instagram-messaging/message-types';
    readonly IB_KAKAO: 'https://www.infobip.com/docs/kakaotalk/message-types/alim-talk.md';
    readonly IB_VIBERBOT: 'https://infobip.com/docs/viber/bots/message-types';
    readonly BR_LINE: 'https://documentation.bloomreach.com/engagement/docs/line-message-types';
    readonly LINE_JP: 'https://dev.classmethod.jp/etc/line-messaging-api/ and https://line.github.io/line-bot-sdk-nodejs/apidocs/type-aliases/TemplateButtons.html';
    readonly LP_FB: 'https://developers.liveperson.com/facebook-messenger-templates-quick-replies-template.html; https://www.servicenow.com/docs (Messenger capture info, stored copy)';
};

interface Limit<Value = number> {
    readonly value: Value | null;
    readonly basis: LimitBasis;
    readonly source: string | null;
    readonly note?: string;
    readonly default?: number;
}

type LimitBasis = 'sinch-api' | 'sinch-doc' | 'platform' | 'unconfirmed' | 'unknown';

type LimitChannel = Channel | 'VIBER';

type Link = ReturnType<typeof link>;

interface ListChoice {
    title: string;
    description?: string | undefined;
    media?: MediaSource | undefined;
    postback?: string | undefined;
}

interface ListGroup<Item extends ListChoice | ListProduct> {
    title?: string | undefined;
    items: readonly Item[];
}

interface ListLimits {
    readonly sectionsMax: Limit;
    readonly rowsTotalMax: Limit;
    readonly menuButtonChars: Limit;
    readonly sectionTitleChars: Limit;
    readonly rowTitleChars: Limit;
    readonly rowDescriptionChars: Limit;
    readonly rowIdChars: Limit;
    readonly footerChars: Limit;
    readonly bodyChars: Limit;
    readonly productsTotalMax: Limit;
}

type ListOptions = ChoiceListOptions | ProductListOptions;

interface ListPart {
    kind: 'list';
    header?: string;
    title: string;
    description?: string;
    media?: RenderedMedia;
    menu?: string;
    catalogId?: string;
    sections: {
        title?: string;
        items: RenderedListItem[];
    }[];
}

interface ListProduct {
    id: string;
    marketplace: string;
}

interface ListTexts {
    title: string;
    description?: string | undefined;
    media?: MediaSource | undefined;
    menu?: string | undefined;
    whatsappHeader?: string | undefined;
}

interface LocationOptions {
    title: string;
    latitude: number;
    longitude: number;
    label?: string | undefined;
}

interface LocationPart {
    kind: 'location';
    title: string;
    label?: string;
    latitude?: number;
    longitude?: number;
}

type Losing<C extends LimitChannel, K extends keyof NativeSupport> = {
    [P in C]: (typeof LIMITS)[P]['native'][K] extends `transcoded${infer How}` ? P extends 'SMS' | 'MMS' ? K extends 'list' ? P : never : How extends ` (text + one location choice)` ? never : P : never;
}[C];

type MediaKind = 'image' | 'video' | 'audio' | 'document' | 'sticker' | 'unknown';

interface MediaPart extends RenderedMedia {
    kind: 'media';
}

type MediaSource = string | MediaProperties;

declare class MessageError extends Error implements ConvapiError {
    readonly name = "MessageError";
    readonly convapi: true;
    readonly issues: MessageIssue[];
    constructor(message: string, options: MessageErrorOptions);
}

interface MessageErrorOptions extends ConvapiErrorOptions {
    issues: MessageIssue[];
}

interface MessageIssue {
    path: string;
    message: string;
}

interface NativeSupport {
    readonly text: string;
    readonly media: string;
    readonly choice: string;
    readonly card: string;
    readonly carousel: string;
    readonly location: string;
    readonly list: string;
    readonly template: string;
    readonly contactInfo: string;
}

interface NotCarried<Reason extends string> {
    readonly notCarried?: Reason;
}

interface NotificationTemplateOptions {
    templateKey: string;
    emphasized?: {
        key: string;
        content: string;
    } | undefined;
    items?: {
        readonly [key: string]: string;
    } | undefined;
    buttons?: {
        readonly [key: string]: string;
    } | undefined;
}

type OmniOverrides = Partial<Record<ChannelSpecificTemplate, OmniMessageOverride>>;

interface OmniTemplateOptions {
    omni: TemplateReference;
    channels?: ChannelTemplates | undefined;
}

interface OrderDetailsOptions extends WhatsAppFrame {
    payment: OrderDetailsPayment;
}

type OrderRule = 'priority_order' | 'identities' | 'contact';

interface OrderStatusOptions extends WhatsAppFrame {
    payment: OrderStatusPayment;
}

interface OrdinaryCard<C extends LimitChannel> {
    media?: MediaSource | undefined;
    choices?: ChoicesOn<Exclude<C, 'MESSENGER'>> | undefined;
}

interface PayloadPart {
    kind: 'payload';
    payloadType: string;
    lines: string[];
    payload?: string;
}

interface ProductListOptions extends ListTexts {
    sections: readonly ListGroup<ListProduct>[];
    catalogId: string;
}

interface Refusal {
    stage: 'call' | 'delivery';
    code: ReasonCode | 'INVALID_ARGUMENT';
    channel?: string;
    chance: 'certain' | 'possible';
    what: string;
    basis: Certainty;
}

type RenderChannel = Channel | 'VIBER';

type RenderMode = 'native' | 'text' | 'mixed' | 'unknown';

interface RenderOptions {
    translation?: V2TemplateTranslation | V1TemplateTranslation | undefined;
}

interface RenderedCard {
    header?: string;
    title?: string;
    description?: string;
    media?: RenderedMedia;
    height?: 'SHORT' | 'MEDIUM' | 'TALL';
    choices: RenderedChoice[];
}

interface RenderedChange {
    path: string;
    kind: 'lost' | 'changed' | 'note';
    what: string;
    basis: Certainty;
}

interface RenderedChoice {
    type: 'text' | 'url' | 'call' | 'location' | 'calendar' | 'share_location' | 'list' | 'unknown';
    title: string;
    target?: string;
    postback?: string;
    path: string;
}

interface RenderedListItem {
    title: string;
    description?: string;
    productId?: string;
    media?: RenderedMedia;
    postback?: string;
    path: string;
}

interface RenderedMedia {
    url: string;
    media: MediaKind;
    fileName: string;
    thumbnailUrl?: string;
    caption?: string;
}

interface RenderedMessage {
    channel: string;
    type: RenderedType;
    mode: RenderMode;
    certainty: Certainty;
    parts: RenderedPart[];
    text?: string;
    changes: RenderedChange[];
}

type RenderedPart = TextPart | MediaPart | ChoicesPart | CardPart | CarouselPart | LocationPart | ListPart | ContactPart | TemplatePart | PayloadPart;

type RenderedType = 'text' | 'media' | 'choice' | 'card' | 'carousel' | 'location' | 'list' | 'template' | 'contact_info' | 'channel' | 'none';

type Reply = ReturnType<typeof reply>;

interface SendOptions {
    appId: string;
    to: Recipient;
    message: AppMessage;
    channels?: readonly Channel[] | undefined;
    properties?: ChannelProperties | undefined;
    ttl?: Duration | undefined;
    metadata?: string | undefined;
    conversationMetadata?: {
        [key: string]: unknown;
    } | undefined;
    conversationMetadataUpdate?: ConversationMetadataUpdateStrategy | undefined;
    correlationId?: string | undefined;
    callbackUrl?: string | undefined;
    queue?: MessageQueue | undefined;
    processing?: ProcessingStrategy | undefined;
    contentType?: NonNullable<SendMessageRequest['message_content_type']> | undefined;
}

interface SendingWindow {
    state: 'open' | 'closed' | 'unknown';
    hours: number;
    until?: string;
}

interface SmsCount {
    encoding: SmsEncoding;
    segments: number;
    unitsUsed: number;
    unitsLeft: number;
}

type SmsEncoding = 'GSM-7' | 'UCS-2';

interface SmsTextLimit {
    readonly gsm7: number;
    readonly gsm7Part: number;
    readonly ucs2: number;
    readonly ucs2Part: number;
}

interface SpecificMessages {
    WHATSAPP?: ChannelSpecificMessageFlows | ChannelSpecificMessageOrderDetails | ChannelSpecificMessageOrderStatus;
    KAKAOTALK?: ChannelSpecificMessageCommerce | ChannelSpecificMessageCarouselCommerce;
    LINE?: ChannelSpecificMessageNotificationMessageTemplate;
}

type TemplateOn<C extends LimitChannel> = {
    omni: TemplateReference;
    channels?: TemplatesOn<C> | undefined;
} | {
    omni?: undefined;
    channels: TemplatesOn<C>;
};

type TemplateOptions = OmniTemplateOptions | ChannelTemplateOptions;

interface TemplatePart {
    kind: 'template';
    templateId: string;
    languageCode?: string;
    version?: string;
    parameters: Record<string, string>;
}

type TemplatesOn<C extends LimitChannel> = {
    [P in Exclude<C, 'VIBER'>]?: P extends 'WHATSAPP' ? ChannelSpecificTemplateReference & {
        language_code: string;
    } : ChannelSpecificTemplateReference;
};

interface TextPart {
    kind: 'text';
    text: string;
    format: 'plain' | 'markup';
    transcoded: boolean;
    footer?: string;
    subject?: string;
}

interface ViberCard<C extends LimitChannel> {
    media: MediaSource;
    choices: ChoicesOn<C>;
}

type ViberChoice = Link | ReturnType<typeof call> | ReturnType<typeof pin>;

type WhatsAppButton = {
    quickReply: string;
} | {
    url: string;
};

interface WhatsAppFrame {
    header?: WhatsAppHeader | undefined;
    body?: string | undefined;
    footer?: string | undefined;
}

type WhatsAppHeader = string | {
    image: string;
} | {
    video: string;
} | {
    document: string;
};

interface WhatsAppHeaderMedia {
    link: string;
    filename?: string | undefined;
    provider?: string | undefined;
}

interface WhatsAppParameters {
    header?: string | {
        image: WhatsAppHeaderMedia;
    } | {
        video: WhatsAppHeaderMedia;
    } | {
        document: WhatsAppHeaderMedia;
    } | undefined;
    body?: readonly string[] | undefined;
    buttons?: readonly (WhatsAppButton | undefined)[] | undefined;
}

declare function askLocation(title: string, fallbackUrl: string, postback?: string): {
    share_location_message: ShareLocationMessage;
    postback_data?: string;
};

declare function calendar(options: CalendarOptions, postback?: string): {
    calendar_message: CalendarMessage;
    postback_data?: string;
};

declare function call(title: string, phoneNumber: string, postback?: string): {
    call_message: CallMessage;
    postback_data?: string;
};

declare function card(options: CardOptions): {
    card_message: CardMessage;
};

declare function carousel(cards: readonly CardOptions[], options?: CarouselOptions): {
    carousel_message: CarouselMessage;
};

declare function carouselCommerce(cards: readonly CommerceCard[], options?: CarouselCommerceOptions): ChannelSpecificMessageCarouselCommerce;

declare function check(message: AppMessage, channels: readonly LimitChannel[]): CheckIssue[];

declare function checkSend(request: SendMessageRequest, channels?: readonly LimitChannel[]): CheckIssue[];

declare function choice(text: string, choices: readonly Choice[], options?: ChoiceOptions): {
    choice_message: ChoiceMessage;
};

declare function commerce(options: CommerceCard & CommerceSettings): ChannelSpecificMessageCommerce;

declare function contactInfo(options: ContactInfoOptions): {
    contact_info_message: ContactInfoMessage;
};

declare function countSms(text: string): SmsCount;

declare function explain(request: SendMessageRequest, app: ExplainedApp, contact?: ExplainedContact | undefined, options?: ExplainOptions): Explanation;

declare function flow(options: FlowOptions): ChannelSpecificMessageFlows;

declare function forChannels<C extends LimitChannel>(_channels: readonly C[]): ChannelBuilders<C>;

declare function formatExplanation({ outcome, mode, why, attempts, refusals, costs }: Explanation): string;

declare function formatRendered({ channel, type, mode, certainty, parts, changes }: RenderedMessage): string;

declare function isMessageError(value: unknown): value is MessageError;

declare function link(title: string, url: string, postback?: string): {
    url_message: UrlMessage;
    postback_data?: string;
};

declare function list(options: ListOptions): {
    list_message: ListMessage;
};

declare function location(options: LocationOptions): {
    location_message: LocationMessage;
};

declare function media(source: MediaSource): {
    media_message: MediaProperties;
};

declare function notificationTemplate(options: NotificationTemplateOptions): ChannelSpecificMessageNotificationMessageTemplate;

declare function orderDetails(options: OrderDetailsOptions): ChannelSpecificMessageOrderDetails;

declare function orderStatus(options: OrderStatusOptions): ChannelSpecificMessageOrderStatus;

declare function pin(options: LocationOptions, postback?: string): {
    location_message: LocationMessage;
    postback_data?: string;
};

declare function render(message: AppMessage | OmniMessageOverride, channel: RenderChannel, options?: RenderOptions): RenderedMessage;

declare function reply(text: string, postback?: string): {
    text_message: TextMessage;
    postback_data?: string;
};

declare function send(options: SendOptions): SendMessageRequest;

declare function template(options: TemplateOptions): {
    template_message: TemplateMessage;
};

declare function templateReference(template: TemplateReference): {
    template_reference: TemplateReference;
};

declare function text(text: string): {
    text_message: TextMessage;
};

declare function toContact(contactId: string): {
    contact_id: string;
};

declare function toIdentities(identities: IdentitiesByChannel | readonly ChannelRecipientIdentity[]): {
    identified_by: ChannelIdentities;
};

declare function toSvg(rendered: RenderedMessage): string;

declare function whatsappParameters({ header, body, buttons }: WhatsAppParameters): {
    [key: string]: string;
};

declare function withAgent<T extends AppMessage>(message: T, { name, type, picture }: AgentOptions): T & {
    agent: Agent;
};

declare function withExplicitMessages<T extends AppMessage>(message: T, explicit: ExplicitMessages): T & {
    explicit_channel_message: Partial<Record<Channel, string>>;
};

declare function withOmniOverrides<T extends AppMessage>(message: T, overrides: OmniOverrides): T & {
    explicit_channel_omni_message: OmniOverrides;
};

declare function withSpecificMessages<T extends AppMessage>(message: T, specific: SpecificMessages): T & {
    channel_specific_message: Partial<Record<Channel, ChannelSpecificMessage>>;
};

export type {
  AgentOptions,
  ApiLimits,
  Attempt,
  CalendarOptions,
  CardOptions,
  CardPart,
  CarouselCommerceOptions,
  CarouselOptions,
  CarouselPart,
  Certainty,
  Channel,
  ChannelBuilders,
  ChannelLimits,
  ChannelProperties,
  ChannelTemplateOptions,
  ChannelTemplates,
  CheckIssue,
  ChoiceListOptions,
  ChoiceOptions,
  ChoicesPart,
  CommerceCard,
  CommerceSettings,
  ContactInfoOptions,
  ContactPart,
  CostDriver,
  Duration,
  ExplainOptions,
  ExplainedApp,
  ExplainedContact,
  Explanation,
  ExplicitMessages,
  FlowOptions,
  IdentitiesByChannel,
  IssueCode,
  IssueSeverity,
  Limit,
  LimitBasis,
  LimitChannel,
  ListChoice,
  ListGroup,
  ListLimits,
  ListOptions,
  ListPart,
  ListProduct,
  LocationOptions,
  LocationPart,
  MediaKind,
  MediaPart,
  MediaSource,
  MessageErrorOptions,
  MessageIssue,
  NativeSupport,
  NotificationTemplateOptions,
  OmniOverrides,
  OmniTemplateOptions,
  OrderDetailsOptions,
  OrderRule,
  OrderStatusOptions,
  PayloadPart,
  ProductListOptions,
  Refusal,
  RenderChannel,
  RenderMode,
  RenderOptions,
  RenderedCard,
  RenderedChange,
  RenderedChoice,
  RenderedListItem,
  RenderedMedia,
  RenderedMessage,
  RenderedPart,
  RenderedType,
  SendOptions,
  SendingWindow,
  SmsCount,
  SmsEncoding,
  SmsTextLimit,
  SpecificMessages,
  TemplateOptions,
  TemplatePart,
  TextPart,
  WhatsAppButton,
  WhatsAppFrame,
  WhatsAppHeader,
  WhatsAppHeaderMedia,
  WhatsAppParameters,
};
export {
  API_LIMITS,
  LIMITS,
  LIMIT_SOURCES,
  MessageError,
  askLocation,
  calendar,
  call,
  card,
  carousel,
  carouselCommerce,
  check,
  checkSend,
  choice,
  commerce,
  contactInfo,
  countSms,
  explain,
  flow,
  forChannels,
  formatExplanation,
  formatRendered,
  isMessageError,
  link,
  list,
  location,
  media,
  notificationTemplate,
  orderDetails,
  orderStatus,
  pin,
  render,
  reply,
  send,
  template,
  templateReference,
  text,
  toContact,
  toIdentities,
  toSvg,
  whatsappParameters,
  withAgent,
  withExplicitMessages,
  withOmniOverrides,
  withSpecificMessages,
};
