// What customers see. Written by "pnpm api:update": a change here is a change for them.
import type {
  Authenticator,
} from '@convapi/auth';
import type {
  AppCreateRequest,
  AppResponse,
  AppUpdateRequest,
  AuditRecordsResponse,
  Batch,
  BatchAccepted,
  BatchCreateContactsRequest,
  BatchDeleteContactsRequest,
  BatchInsertConsentsRequest,
  CancelBatchRequest,
  ConsentsListType,
  Contact,
  ContactCreateRequest,
  Conversation,
  ConversationChannel,
  ConversationDirection,
  ConversationEvent,
  ConversationMessage,
  ConversationMessagesView,
  ConversationMetadataUpdateStrategy,
  CreateConversationRequest,
  CreateWebhookRequest,
  FindBatchesResponse,
  GetChannelProfileRequest,
  GetChannelProfileResponse,
  InjectConversationEventRequest,
  InjectEventResponse,
  InjectMessageRequest,
  ListAppsResponse,
  ListConsentIdentitiesResponse,
  ListContactsResponse,
  ListConversationsResponse,
  ListEventsResponse,
  ListIdentityConflictsResponse,
  ListLastMessagesByChannelIdentityRequest,
  ListMessagesResponse,
  ListRecentConversationsResponse,
  ListWebhooksResponse,
  MergeContactRequest,
  MessageSource,
  ProjectSettings,
  ProjectSettingsRequest,
  QueryCapabilityRequest,
  QueryCapabilityResponse,
  Region,
  SendBatchRequest,
  SendEventRequest,
  SendEventResponse,
  SendMessageRequest,
  SendMessageResponse,
  TranscodeMessageRequest,
  TranscodeMessageResponse,
  UpdateMessageRequest,
  UpdateWebhookRequest,
  V1ListTemplatesResponse,
  V1Template,
  V2ListTemplatesResponse,
  V2ListTranslationsResponse,
  V2Template,
  V2TemplateResponse,
  Webhook,
} from '@convapi/core';
import type {
  DriftSentinel,
} from '@convapi/core/drift';

declare const APPS_CREATE: MethodRow<(body: AppCreateRequest, options?: LeanCallOptions) => Promise<AppResponse>>;

declare const APPS_DELETE: MethodRow<(app_id: string, options?: LeanCallOptions) => Promise<void>>;

declare const APPS_GET: MethodRow<(app_id: string, options?: LeanCallOptions) => Promise<AppResponse>>;

declare const APPS_LIST: MethodRow<(options?: LeanCallOptions) => Promise<ListAppsResponse>>;

declare const APPS_UPDATE: MethodRow<(app_id: string, body: AppUpdateRequest, query?: AppsUpdateQuery, options?: LeanCallOptions) => Promise<AppResponse>>;

interface AppsUpdateQuery {
    update_mask?: string[];
}

interface Attempt {
    readonly operation: string;
    readonly method: string;
    readonly pathTemplate: string;
    readonly url: string;
    readonly number: number;
    setHeader(name: string, value: string): void;
}

interface AttemptFailure {
    error: unknown;
    durationMs: number;
}

interface AttemptResponse {
    status: number;
    durationMs: number;
    requestId: string | undefined;
}

declare const BATCH_CANCEL: MethodRow<(body: CancelBatchRequest, options?: LeanCallOptions) => Promise<void>>;

declare const BATCH_CREATE_CONTACTS: MethodRow<(body: BatchCreateContactsRequest, options?: LeanCallOptions) => Promise<BatchAccepted>>;

declare const BATCH_DELETE_CONTACTS: MethodRow<(body: BatchDeleteContactsRequest, options?: LeanCallOptions) => Promise<BatchAccepted>>;

declare const BATCH_FIND: MethodRow<(query?: Record<string, string>, options?: LeanCallOptions) => Promise<FindBatchesResponse>>;

declare const BATCH_GET: MethodRow<(batch_id: string, options?: LeanCallOptions) => Promise<Batch>>;

declare const BATCH_INSERT_CONSENTS: MethodRow<(body: BatchInsertConsentsRequest, options?: LeanCallOptions) => Promise<BatchAccepted>>;

declare const BATCH_SEND: MethodRow<(body: SendBatchRequest, options?: LeanCallOptions) => Promise<Batch>>;

declare const CAPABILITY_QUERY: MethodRow<(body: QueryCapabilityRequest, options?: LeanCallOptions) => Promise<QueryCapabilityResponse>>;

declare const CONSENTS_LIST_AUDIT_RECORDS: MethodRow<(app_id: string, identity: string, options?: LeanCallOptions) => Promise<AuditRecordsResponse>>;

declare const CONSENTS_LIST_IDENTITIES: MethodRow<(app_id: string, list_type: ConsentsListType, query?: ConsentsListIdentitiesQuery, options?: LeanCallOptions) => Promise<ListConsentIdentitiesResponse>>;

declare const CONTACTS_CREATE: MethodRow<(body: ContactCreateRequest, options?: LeanCallOptions) => Promise<Contact>>;

declare const CONTACTS_DELETE: MethodRow<(contact_id: string, options?: LeanCallOptions) => Promise<void>>;

declare const CONTACTS_GET: MethodRow<(contact_id: string, options?: LeanCallOptions) => Promise<Contact>>;

declare const CONTACTS_GET_CHANNEL_PROFILE: MethodRow<(body: GetChannelProfileRequest, options?: LeanCallOptions) => Promise<GetChannelProfileResponse>>;

declare const CONTACTS_LIST: MethodRow<(query?: ContactsListQuery, options?: LeanCallOptions) => Promise<ListContactsResponse>>;

declare const CONTACTS_LIST_IDENTITY_CONFLICTS: MethodRow<(query?: ContactsListIdentityConflictsQuery, options?: LeanCallOptions) => Promise<ListIdentityConflictsResponse>>;

declare const CONTACTS_MERGE: MethodRow<(destination_id: string, body: MergeContactRequest, options?: LeanCallOptions) => Promise<Contact>>;

declare const CONTACTS_UPDATE: MethodRow<(contact_id: string, body: Contact, query?: ContactsUpdateQuery, options?: LeanCallOptions) => Promise<Contact>>;

declare const CONVERSATIONS_CREATE: MethodRow<(body: CreateConversationRequest, options?: LeanCallOptions) => Promise<Conversation>>;

declare const CONVERSATIONS_DELETE: MethodRow<(conversation_id: string, options?: LeanCallOptions) => Promise<void>>;

declare const CONVERSATIONS_GET: MethodRow<(conversation_id: string, options?: LeanCallOptions) => Promise<Conversation>>;

declare const CONVERSATIONS_INJECT_EVENT: MethodRow<(conversation_id: string, body: InjectConversationEventRequest, options?: LeanCallOptions) => Promise<InjectEventResponse>>;

declare const CONVERSATIONS_INJECT_MESSAGE: MethodRow<(conversation_id: string, body: InjectMessageRequest, options?: LeanCallOptions) => Promise<void>>;

declare const CONVERSATIONS_LIST: MethodRow<(query?: ConversationsListQuery, options?: LeanCallOptions) => Promise<ListConversationsResponse>>;

declare const CONVERSATIONS_LIST_RECENT: MethodRow<(query: ConversationsListRecentQuery, options?: LeanCallOptions) => Promise<ListRecentConversationsResponse>>;

declare const CONVERSATIONS_STOP: MethodRow<(conversation_id: string, options?: LeanCallOptions) => Promise<void>>;

declare const CONVERSATIONS_UPDATE: MethodRow<(conversation_id: string, body: Conversation, query?: ConversationsUpdateQuery, options?: LeanCallOptions) => Promise<Conversation>>;

interface CallOptions {
    signal?: AbortSignal | undefined;
    timeoutMs?: number | undefined;
    deadlineMs?: number | undefined;
    retry?: RetryOptions | false | undefined;
    headers?: Record<string, string> | undefined;
}

interface ClientHooks {
    onRequest?(attempt: Attempt): void;
    onResponse?(attempt: Attempt, response: AttemptResponse): void;
    onError?(attempt: Attempt, failure: AttemptFailure): void;
    onRetry?(attempt: Attempt, retry: Retry): void;
}

interface ClientLogger {
    debug(message: string, fields: Record<string, unknown>): void;
    warn(message: string, fields: Record<string, unknown>): void;
}

interface ConsentsListIdentitiesQuery {
    page_size?: number;
    page_token?: string;
}

interface ContactsListIdentityConflictsQuery {
    page_size?: number;
    page_token?: string;
}

interface ContactsListQuery {
    channel?: ConversationChannel;
    external_id?: string;
    identity?: string;
    page_size?: number;
    page_token?: string;
}

interface ContactsUpdateQuery {
    update_mask?: string[];
}

interface ConversationClientOptions {
    projectId: string;
    region: Region;
    auth: Authenticator;
    baseUrl?: string | undefined;
    transport?: Transport | undefined;
    fetch?: typeof globalThis.fetch | undefined;
    retry?: RetryOptions | false | undefined;
    timeoutMs?: number | undefined;
    deadlineMs?: number | undefined;
    rateLimiter?: RateLimiter | undefined;
    logger?: ClientLogger | undefined;
    hooks?: ClientHooks | undefined;
    drift?: Pick<DriftSentinel, 'answer'> | undefined;
    now?: (() => number) | undefined;
    random?: (() => number) | undefined;
    sleep?: ((ms: number, signal?: AbortSignal) => Promise<void>) | undefined;
}

interface ConversationsListQuery {
    active_channel?: ConversationChannel;
    app_id?: string;
    contact_id?: string;
    only_active?: boolean;
    page_size?: number;
    page_token?: string;
}

interface ConversationsListRecentQuery {
    app_id: string;
    only_active?: boolean;
    order?: "ASC" | "DESC";
    page_size?: number;
    page_token?: string;
}

interface ConversationsUpdateQuery {
    metadata_update_strategy?: ConversationMetadataUpdateStrategy;
    update_mask?: string[];
}

declare const EVENTS_DELETE: MethodRow<(event_id: string, options?: LeanCallOptions) => Promise<void>>;

declare const EVENTS_GET: MethodRow<(event_id: string, options?: LeanCallOptions) => Promise<ConversationEvent>>;

declare const EVENTS_LIST: MethodRow<(query?: EventsListQuery, options?: LeanCallOptions) => Promise<ListEventsResponse>>;

declare const EVENTS_SEND: MethodRow<(body: SendEventRequest, options?: LeanCallOptions) => Promise<SendEventResponse>>;

interface EventsListQuery {
    contact_id?: string;
    conversation_id?: string;
    page_size?: number;
    page_token?: string;
}

interface LeanCallOptions extends Pick<CallOptions, 'signal' | 'timeoutMs' | 'headers'> {
    retry?: LeanRetryOptions | undefined;
}

type LeanClient<Rows extends Record<string, MethodRow<unknown>>> = {
    [Name in keyof Rows]: Rows[Name] extends MethodRow<infer Method> ? Method : never;
};

interface LeanClientOptions extends Pick<ConversationClientOptions, 'projectId' | 'region' | 'auth' | 'baseUrl' | 'fetch' | 'timeoutMs' | 'now' | 'random' | 'sleep'> {
    retry?: LeanRetryOptions | undefined;
}

interface LeanRetryOptions extends Omit<RetryOptions, 'sends'> {
    sends?: 'at-most-once' | 'at-least-once' | undefined;
}

declare const MESSAGES_DELETE: MethodRow<(message_id: string, query?: MessagesDeleteQuery, options?: LeanCallOptions) => Promise<void>>;

declare const MESSAGES_FETCH_LAST: MethodRow<(body: ListLastMessagesByChannelIdentityRequest, options?: LeanCallOptions) => Promise<ListMessagesResponse>>;

declare const MESSAGES_GET: MethodRow<(message_id: string, query?: MessagesGetQuery, options?: LeanCallOptions) => Promise<ConversationMessage>>;

declare const MESSAGES_LIST: MethodRow<(query?: MessagesListQuery, options?: LeanCallOptions) => Promise<ListMessagesResponse>>;

declare const MESSAGES_SEND: MethodRow<(body: SendMessageRequest, options?: LeanCallOptions) => Promise<SendMessageResponse>>;

declare const MESSAGES_UPDATE_METADATA: MethodRow<(message_id: string, body: UpdateMessageRequest, query?: MessagesUpdateMetadataQuery, options?: LeanCallOptions) => Promise<ConversationMessage>>;

declare const METHOD: unique symbol;

interface MessagesDeleteQuery {
    messages_source?: MessageSource;
}

interface MessagesGetQuery {
    messages_source?: MessageSource;
}

interface MessagesListQuery {
    app_id?: string;
    channel?: ConversationChannel;
    channel_identity?: string;
    contact_id?: string;
    conversation_id?: string;
    direction?: ConversationDirection;
    end_time?: string;
    messages_source?: MessageSource;
    only_recipient_originated?: boolean;
    page_size?: number;
    page_token?: string;
    start_time?: string;
    view?: ConversationMessagesView;
}

interface MessagesUpdateMetadataQuery {
    messages_source?: MessageSource;
}

type MethodRow<Method> = string & {
    readonly [METHOD]?: Method;
};

interface RateLimitedCall {
    projectId: string;
    appId: string | undefined;
}

interface RateLimiter {
    acquire(call: RateLimitedCall, signal?: AbortSignal): Promise<void>;
    answered?(call: RateLimitedCall, status: number): void;
}

interface Retry {
    delayMs: number;
    reason: number | unknown;
}

interface RetryOptions {
    maxRetries?: number | undefined;
    maxDelayMs?: number | undefined;
    sends?: SendMode | undefined;
}

declare const SETTINGS_CREATE: MethodRow<(body: ProjectSettingsRequest, options?: LeanCallOptions) => Promise<ProjectSettings>>;

declare const SETTINGS_DELETE: MethodRow<(options?: LeanCallOptions) => Promise<void>>;

declare const SETTINGS_GET: MethodRow<(options?: LeanCallOptions) => Promise<ProjectSettings>>;

declare const SETTINGS_UPDATE: MethodRow<(body: ProjectSettingsRequest, options?: LeanCallOptions) => Promise<ProjectSettings>>;

type SendMode = 'at-most-once' | 'at-least-once' | 'reconcile';

declare const TEMPLATES_CREATE: MethodRow<(body: V2Template, options?: LeanCallOptions) => Promise<V2TemplateResponse>>;

declare const TEMPLATES_DELETE: MethodRow<(template_id: string, options?: LeanCallOptions) => Promise<void>>;

declare const TEMPLATES_GET: MethodRow<(template_id: string, options?: LeanCallOptions) => Promise<V2TemplateResponse>>;

declare const TEMPLATES_LIST: MethodRow<(options?: LeanCallOptions) => Promise<V2ListTemplatesResponse>>;

declare const TEMPLATES_LIST_TRANSLATIONS: MethodRow<(template_id: string, query?: TemplatesListTranslationsQuery, options?: LeanCallOptions) => Promise<V2ListTranslationsResponse>>;

declare const TEMPLATES_UPDATE: MethodRow<(template_id: string, body: V2Template, options?: LeanCallOptions) => Promise<V2TemplateResponse>>;

declare const TEMPLATES_V1_CREATE: MethodRow<(body: V1Template, options?: LeanCallOptions) => Promise<V1Template>>;

declare const TEMPLATES_V1_DELETE: MethodRow<(template_id: string, options?: LeanCallOptions) => Promise<void>>;

declare const TEMPLATES_V1_GET: MethodRow<(template_id: string, options?: LeanCallOptions) => Promise<V1Template>>;

declare const TEMPLATES_V1_LIST: MethodRow<(options?: LeanCallOptions) => Promise<V1ListTemplatesResponse>>;

declare const TEMPLATES_V1_UPDATE: MethodRow<(template_id: string, body: V1Template, query?: TemplatesV1UpdateQuery, options?: LeanCallOptions) => Promise<V1Template>>;

declare const TRANSCODING_TRANSCODE: MethodRow<(body: TranscodeMessageRequest, options?: LeanCallOptions) => Promise<TranscodeMessageResponse>>;

interface TemplatesListTranslationsQuery {
    language_code?: string;
    translation_version?: string;
}

interface TemplatesV1UpdateQuery {
    update_mask?: string[];
}

interface Transport {
    (request: TransportRequest, signal?: AbortSignal): Promise<TransportResponse>;
    timed?: true;
}

declare class TransportRequest {
    readonly url: string;
    readonly method: string;
    readonly headers: Record<string, string>;
    readonly body: string | undefined;
    left: boolean;
    status: number | undefined;
    timeoutMs: number;
    constructor(url: string, init?: {
        method?: string;
        headers?: Record<string, string> | undefined;
        body?: string | undefined;
    });
    setHeaders(headers: Record<string, string> | Headers | [
        string,
        string
    ][]): void;
}

interface TransportResponse {
    status: number;
    ok: boolean;
    headers: {
        get(name: string): string | null;
    };
    text(): Promise<string>;
    data?: unknown;
}

declare const WEBHOOKS_CREATE: MethodRow<(body: CreateWebhookRequest, options?: LeanCallOptions) => Promise<Webhook>>;

declare const WEBHOOKS_DELETE: MethodRow<(webhook_id: string, options?: LeanCallOptions) => Promise<void>>;

declare const WEBHOOKS_GET: MethodRow<(webhook_id: string, options?: LeanCallOptions) => Promise<Webhook>>;

declare const WEBHOOKS_LIST: MethodRow<(app_id: string, options?: LeanCallOptions) => Promise<ListWebhooksResponse>>;

declare const WEBHOOKS_UPDATE: MethodRow<(webhook_id: string, body: UpdateWebhookRequest, query?: WebhooksUpdateQuery, options?: LeanCallOptions) => Promise<Webhook>>;

interface WebhooksUpdateQuery {
    update_mask?: string[];
}

declare function createLeanClient<Rows extends Record<string, MethodRow<unknown>>>(options: LeanClientOptions, rows: Rows): LeanClient<Rows>;

export type {
  AppsUpdateQuery,
  ConsentsListIdentitiesQuery,
  ContactsListIdentityConflictsQuery,
  ContactsListQuery,
  ContactsUpdateQuery,
  ConversationsListQuery,
  ConversationsListRecentQuery,
  ConversationsUpdateQuery,
  EventsListQuery,
  LeanCallOptions,
  LeanClient,
  LeanClientOptions,
  LeanRetryOptions,
  MessagesDeleteQuery,
  MessagesGetQuery,
  MessagesListQuery,
  MessagesUpdateMetadataQuery,
  MethodRow,
  TemplatesListTranslationsQuery,
  TemplatesV1UpdateQuery,
  WebhooksUpdateQuery,
};
export {
  APPS_CREATE,
  APPS_DELETE,
  APPS_GET,
  APPS_LIST,
  APPS_UPDATE,
  BATCH_CANCEL,
  BATCH_CREATE_CONTACTS,
  BATCH_DELETE_CONTACTS,
  BATCH_FIND,
  BATCH_GET,
  BATCH_INSERT_CONSENTS,
  BATCH_SEND,
  CAPABILITY_QUERY,
  CONSENTS_LIST_AUDIT_RECORDS,
  CONSENTS_LIST_IDENTITIES,
  CONTACTS_CREATE,
  CONTACTS_DELETE,
  CONTACTS_GET,
  CONTACTS_GET_CHANNEL_PROFILE,
  CONTACTS_LIST,
  CONTACTS_LIST_IDENTITY_CONFLICTS,
  CONTACTS_MERGE,
  CONTACTS_UPDATE,
  CONVERSATIONS_CREATE,
  CONVERSATIONS_DELETE,
  CONVERSATIONS_GET,
  CONVERSATIONS_INJECT_EVENT,
  CONVERSATIONS_INJECT_MESSAGE,
  CONVERSATIONS_LIST,
  CONVERSATIONS_LIST_RECENT,
  CONVERSATIONS_STOP,
  CONVERSATIONS_UPDATE,
  EVENTS_DELETE,
  EVENTS_GET,
  EVENTS_LIST,
  EVENTS_SEND,
  MESSAGES_DELETE,
  MESSAGES_FETCH_LAST,
  MESSAGES_GET,
  MESSAGES_LIST,
  MESSAGES_SEND,
  MESSAGES_UPDATE_METADATA,
  SETTINGS_CREATE,
  SETTINGS_DELETE,
  SETTINGS_GET,
  SETTINGS_UPDATE,
  TEMPLATES_CREATE,
  TEMPLATES_DELETE,
  TEMPLATES_GET,
  TEMPLATES_LIST,
  TEMPLATES_LIST_TRANSLATIONS,
  TEMPLATES_UPDATE,
  TEMPLATES_V1_CREATE,
  TEMPLATES_V1_DELETE,
  TEMPLATES_V1_GET,
  TEMPLATES_V1_LIST,
  TEMPLATES_V1_UPDATE,
  TRANSCODING_TRANSCODE,
  WEBHOOKS_CREATE,
  WEBHOOKS_DELETE,
  WEBHOOKS_GET,
  WEBHOOKS_LIST,
  WEBHOOKS_UPDATE,
  createLeanClient,
};
