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
  ConsentIdentity,
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
  ConversationRecentMessage,
  CreateConversationRequest,
  CreateWebhookRequest,
  FindBatchesResponse,
  GetChannelProfileRequest,
  GetChannelProfileResponse,
  IdentityConflict,
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
  V2TemplateTranslation,
  Webhook,
} from '@convapi/core';
import type {
  DriftSentinel,
} from '@convapi/core/drift';

interface AppsResource {
    list(options?: CallOptions): PagePromise<AppResponse, ListAppsResponse>;
    create(body: AppCreateRequest, options?: CallOptions): CallPromise<AppResponse>;
    get(app_id: string, options?: CallOptions): CallPromise<AppResponse>;
    update(app_id: string, body: AppUpdateRequest, query?: AppsUpdateQuery, options?: CallOptions): CallPromise<AppResponse>;
    delete(app_id: string, options?: CallOptions): CallPromise<void>;
}

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

interface BatchResource {
    find(query?: Record<string, string>, options?: CallOptions): CallPromise<FindBatchesResponse>;
    send(body: SendBatchRequest, options?: CallOptions): CallPromise<Batch>;
    cancel(body: CancelBatchRequest, options?: CallOptions): CallPromise<void>;
    get(batch_id: string, options?: CallOptions): CallPromise<Batch>;
    createContacts(body: BatchCreateContactsRequest, options?: CallOptions): CallPromise<BatchAccepted>;
    deleteContacts(body: BatchDeleteContactsRequest, options?: CallOptions): CallPromise<BatchAccepted>;
    insertConsents(body: BatchInsertConsentsRequest, options?: CallOptions): CallPromise<BatchAccepted>;
}

interface CallOptions {
    signal?: AbortSignal | undefined;
    timeoutMs?: number | undefined;
    deadlineMs?: number | undefined;
    retry?: RetryOptions | false | undefined;
    headers?: Record<string, string> | undefined;
}

interface CallPromise<T> extends Promise<T> {
    withResponse(): Promise<DataWithResponse<T>>;
}

interface CallResponse {
    status: number;
    headers: {
        get(name: string): string | null;
    };
}

interface CapabilityResource {
    query(body: QueryCapabilityRequest, options?: CallOptions): CallPromise<QueryCapabilityResponse>;
}

type Client = Pick<Resources, 'apps' | 'messages' | 'conversations'>;

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

interface ConsentsResource {
    listIdentities(app_id: string, list_type: ConsentsListType, query?: ConsentsListIdentitiesQuery, options?: CallOptions): PagePromise<ConsentIdentity, ListConsentIdentitiesResponse>;
    listAuditRecords(app_id: string, identity: string, options?: CallOptions): CallPromise<AuditRecordsResponse>;
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

interface ContactsResource {
    list(query?: ContactsListQuery, options?: CallOptions): PagePromise<Contact, ListContactsResponse>;
    create(body: ContactCreateRequest, options?: CallOptions): CallPromise<Contact>;
    get(contact_id: string, options?: CallOptions): CallPromise<Contact>;
    update(contact_id: string, body: Contact, query?: ContactsUpdateQuery, options?: CallOptions): CallPromise<Contact>;
    delete(contact_id: string, options?: CallOptions): CallPromise<void>;
    getChannelProfile(body: GetChannelProfileRequest, options?: CallOptions): CallPromise<GetChannelProfileResponse>;
    listIdentityConflicts(query?: ContactsListIdentityConflictsQuery, options?: CallOptions): PagePromise<IdentityConflict, ListIdentityConflictsResponse>;
    merge(destination_id: string, body: MergeContactRequest, options?: CallOptions): CallPromise<Contact>;
}

interface ContactsUpdateQuery {
    update_mask?: string[];
}

type ConversationClient = Resources;

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

interface ConversationsResource {
    list(query?: ConversationsListQuery, options?: CallOptions): PagePromise<Conversation, ListConversationsResponse>;
    create(body: CreateConversationRequest, options?: CallOptions): CallPromise<Conversation>;
    get(conversation_id: string, options?: CallOptions): CallPromise<Conversation>;
    update(conversation_id: string, body: Conversation, query?: ConversationsUpdateQuery, options?: CallOptions): CallPromise<Conversation>;
    delete(conversation_id: string, options?: CallOptions): CallPromise<void>;
    injectEvent(conversation_id: string, body: InjectConversationEventRequest, options?: CallOptions): CallPromise<InjectEventResponse>;
    injectMessage(conversation_id: string, body: InjectMessageRequest, options?: CallOptions): CallPromise<void>;
    listRecent(query: ConversationsListRecentQuery, options?: CallOptions): PagePromise<ConversationRecentMessage, ListRecentConversationsResponse>;
    stop(conversation_id: string, options?: CallOptions): CallPromise<void>;
}

interface ConversationsUpdateQuery {
    metadata_update_strategy?: ConversationMetadataUpdateStrategy;
    update_mask?: string[];
}

interface DataWithResponse<T> {
    data: T;
    response: CallResponse;
}

interface EventsListQuery {
    contact_id?: string;
    conversation_id?: string;
    page_size?: number;
    page_token?: string;
}

interface EventsResource {
    get(event_id: string, options?: CallOptions): CallPromise<ConversationEvent>;
    delete(event_id: string, options?: CallOptions): CallPromise<void>;
    list(query?: EventsListQuery, options?: CallOptions): PagePromise<ConversationEvent, ListEventsResponse>;
    send(body: SendEventRequest, options?: CallOptions): CallPromise<SendEventResponse>;
}

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

interface MessagesResource {
    get(message_id: string, query?: MessagesGetQuery, options?: CallOptions): CallPromise<ConversationMessage>;
    updateMetadata(message_id: string, body: UpdateMessageRequest, query?: MessagesUpdateMetadataQuery, options?: CallOptions): CallPromise<ConversationMessage>;
    delete(message_id: string, query?: MessagesDeleteQuery, options?: CallOptions): CallPromise<void>;
    list(query?: MessagesListQuery, options?: CallOptions): PagePromise<ConversationMessage, ListMessagesResponse>;
    fetchLast(body: ListLastMessagesByChannelIdentityRequest, options?: CallOptions): PagePromise<ConversationMessage, ListMessagesResponse>;
    send(body: SendMessageRequest, options?: CallOptions): CallPromise<SendMessageResponse>;
}

interface MessagesUpdateMetadataQuery {
    messages_source?: MessageSource;
}

interface PagePromise<Item, Page> extends CallPromise<Page>, AsyncIterable<Item> {
}

interface RateLimitedCall {
    projectId: string;
    appId: string | undefined;
}

interface RateLimiter {
    acquire(call: RateLimitedCall, signal?: AbortSignal): Promise<void>;
    answered?(call: RateLimitedCall, status: number): void;
}

interface RateLimiterOptions {
    perProject?: number | undefined;
    perApp?: number | undefined;
    now?: (() => number) | undefined;
    sleep?: ((ms: number, signal?: AbortSignal) => Promise<void>) | undefined;
}

interface Resources {
    messages: MessagesResource;
    apps: AppsResource;
    contacts: ContactsResource;
    conversations: ConversationsResource;
    events: EventsResource;
    transcoding: TranscodingResource;
    capability: CapabilityResource;
    webhooks: WebhooksResource;
    consents: ConsentsResource;
    settings: SettingsResource;
    templatesV1: TemplatesV1Resource;
    templates: TemplatesResource;
    batch: BatchResource;
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

type SendMode = 'at-most-once' | 'at-least-once' | 'reconcile';

interface SentMessageQuery extends Pick<SendMessageRequest, 'app_id' | 'message_metadata' | 'correlation_id' | 'processing_strategy'>, Partial<Pick<SendMessageRequest, 'recipient'>> {
    sentAtMs: number;
}

interface SettingsResource {
    get(options?: CallOptions): CallPromise<ProjectSettings>;
    create(body: ProjectSettingsRequest, options?: CallOptions): CallPromise<ProjectSettings>;
    update(body: ProjectSettingsRequest, options?: CallOptions): CallPromise<ProjectSettings>;
    delete(options?: CallOptions): CallPromise<void>;
}

interface TemplatesListTranslationsQuery {
    language_code?: string;
    translation_version?: string;
}

interface TemplatesResource {
    list(options?: CallOptions): PagePromise<V2TemplateResponse, V2ListTemplatesResponse>;
    create(body: V2Template, options?: CallOptions): CallPromise<V2TemplateResponse>;
    get(template_id: string, options?: CallOptions): CallPromise<V2TemplateResponse>;
    update(template_id: string, body: V2Template, options?: CallOptions): CallPromise<V2TemplateResponse>;
    delete(template_id: string, options?: CallOptions): CallPromise<void>;
    listTranslations(template_id: string, query?: TemplatesListTranslationsQuery, options?: CallOptions): PagePromise<V2TemplateTranslation, V2ListTranslationsResponse>;
}

interface TemplatesV1Resource {
    list(options?: CallOptions): PagePromise<V1Template, V1ListTemplatesResponse>;
    create(body: V1Template, options?: CallOptions): CallPromise<V1Template>;
    get(template_id: string, options?: CallOptions): CallPromise<V1Template>;
    update(template_id: string, body: V1Template, query?: TemplatesV1UpdateQuery, options?: CallOptions): CallPromise<V1Template>;
    delete(template_id: string, options?: CallOptions): CallPromise<void>;
}

interface TemplatesV1UpdateQuery {
    update_mask?: string[];
}

interface TranscodingResource {
    transcode(body: TranscodeMessageRequest, options?: CallOptions): CallPromise<TranscodeMessageResponse>;
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

interface WebhooksResource {
    create(body: CreateWebhookRequest, options?: CallOptions): CallPromise<Webhook>;
    get(webhook_id: string, options?: CallOptions): CallPromise<Webhook>;
    update(webhook_id: string, body: UpdateWebhookRequest, query?: WebhooksUpdateQuery, options?: CallOptions): CallPromise<Webhook>;
    delete(webhook_id: string, options?: CallOptions): CallPromise<void>;
    list(app_id: string, options?: CallOptions): PagePromise<Webhook, ListWebhooksResponse>;
}

interface WebhooksUpdateQuery {
    update_mask?: string[];
}

declare function createConversationClient(options: ConversationClientOptions): ConversationClient;

declare function createRateLimiter(options?: RateLimiterOptions): RateLimiter;

declare function fetchTransport(fetch: typeof globalThis.fetch): Transport;

declare function findSentMessage(client: Client, query: SentMessageQuery, options?: CallOptions): Promise<ConversationMessage | undefined>;

export type {
  AppsResource,
  AppsUpdateQuery,
  Attempt,
  AttemptFailure,
  AttemptResponse,
  BatchResource,
  CallOptions,
  CallPromise,
  CallResponse,
  CapabilityResource,
  ClientHooks,
  ClientLogger,
  ConsentsListIdentitiesQuery,
  ConsentsResource,
  ContactsListIdentityConflictsQuery,
  ContactsListQuery,
  ContactsResource,
  ContactsUpdateQuery,
  ConversationClient,
  ConversationClientOptions,
  ConversationsListQuery,
  ConversationsListRecentQuery,
  ConversationsResource,
  ConversationsUpdateQuery,
  DataWithResponse,
  EventsListQuery,
  EventsResource,
  MessagesDeleteQuery,
  MessagesGetQuery,
  MessagesListQuery,
  MessagesResource,
  MessagesUpdateMetadataQuery,
  PagePromise,
  RateLimitedCall,
  RateLimiter,
  RateLimiterOptions,
  Resources,
  Retry,
  RetryOptions,
  SendMode,
  SentMessageQuery,
  SettingsResource,
  TemplatesListTranslationsQuery,
  TemplatesResource,
  TemplatesV1Resource,
  TemplatesV1UpdateQuery,
  TranscodingResource,
  Transport,
  TransportRequest,
  TransportResponse,
  WebhooksResource,
  WebhooksUpdateQuery,
};
export {
  createConversationClient,
  createRateLimiter,
  fetchTransport,
  findSentMessage,
};
