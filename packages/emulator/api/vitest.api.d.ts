// What customers see. Written by "pnpm api:update": a change here is a change for them.
import type {
  AnalysisResult,
  AppCreateRequest,
  AppMessage,
  AppResponse,
  BatchInsertConsentsRequest,
  ConsentsListType,
  ContactCreateRequest,
  ContactEvent,
  ContactMessage,
  ContactMessageEvent,
  ConversationChannel,
  CreateConversationRequest,
  CreateWebhookRequest,
  OmniMessageOverride,
  ProductItem,
  ProjectSettingsRequest,
  Reason,
  ReasonCode,
  Region,
  V2Template,
  WebhookEvents,
  WebhookTrigger,
} from '@convapi/core';
import type {
  TestAPI,
} from 'vitest';

interface AddedFault {
    id: string;
    fired(): FiredFault[];
    remove(): void;
}

interface CallbackAttempt {
    time: string;
    status?: number;
    error?: string;
}

interface CallbackEffect {
    duplicate?: number;
    reorder?: true;
    lateMs?: Duration;
    wrongSignature?: true;
    lose?: true;
}

interface CallbackRecord {
    id: string;
    trigger: WebhookTrigger;
    app_id: string;
    webhook_id: string | null;
    target: string;
    state: 'pending' | 'delivered' | 'dropped' | 'refused';
    headers: Record<string, string>;
    body: string;
    event: Record<string, unknown>;
    attempts: CallbackAttempt[];
}

interface ChannelAnswer {
    status: 'QUEUED_ON_CHANNEL' | 'DELIVERED' | 'READ' | 'FAILED';
    reason?: ReasonCode | Reason;
    temporary?: boolean;
}

interface ChannelControl {
    answers(answer: ChannelAnswer, only?: {
        identity?: string;
    }): void;
    tells(news: ChannelNews, only?: {
        app_id?: string;
    }): void;
    reset(only?: {
        identity?: string;
    }): void;
}

interface ChannelEffect {
    outage: ReasonCode | 'silence';
}

interface ChannelNews {
    event_type: string;
    additional_data?: Record<string, unknown>;
}

type ChoiceSelector = string | {
    postback: string;
};

interface ContactActor extends ContactDeeds {
    writes(text: string): ContactMessageSent;
    taps(choice: ChoiceSelector): ContactMessageSent;
    sharesLocation(location: SharedLocation): ContactMessageSent;
    sendsMedia(url: string, caption?: string): ContactMessageSent;
    reads(messageId?: string): ContactMessageSent & {
        reported: boolean;
    };
    types(typing?: boolean): {
        event_id: string;
    };
    optsOut(list?: ConsentsListType): {
        request_id: string;
    };
    optsIn(list?: ConsentsListType): {
        request_id: string;
    };
    isCalled(name: string): void;
}

interface ContactDeeds {
    replies(text: string, options?: {
        to?: string;
    }): ContactMessageSent;
    reacts(emoji: string, options?: {
        to?: string;
        withdrawn?: boolean;
    }): {
        event_id: string;
    };
    orders(order: Order): ContactMessageSent;
    acts(event: ContactEvent | ContactMessageEvent): {
        event_id: string;
    };
    sendsUnsupported(payload: object | string): {
        id: string;
    };
    sends(message: ContactMessage, options?: {
        analysis?: AnalysisResult;
    }): ContactMessageSent;
}

interface ContactMessageSent {
    message_id: string;
}

type Duration = number | readonly [
    fromMs: number,
    toMs: number
];

interface EmulatedEvent {
    trigger: WebhookTrigger;
    app_id: string;
    time: string;
    body: Record<string, unknown>;
}

interface EmulatedProject {
    url: string;
    tokenUrl: string;
    projectId: string;
    keyId: string;
    keySecret: string;
    control: EmulatorControl;
}

interface Emulator extends EmulatedProject {
    namespace(name: string, options?: NamespaceOptions): Promise<EmulatorNamespace>;
    proxyReport(): ProxyReport;
    close(): Promise<void>;
}

interface EmulatorControl extends FaultControl {
    contact(identity: string, channel: ConversationChannel, options?: {
        app_id?: string;
    }): ContactActor;
    channel(channel: ConversationChannel): ChannelControl;
    callbacks(): CallbackRecord[];
    events(): EmulatedEvent[];
    messages(filter?: MessageFilter): HandsetMessage[];
    waitFor<Trigger extends keyof WebhookEvents>(filter: EventFilter & {
        trigger: Trigger;
    }, options?: WaitOptions): Promise<EventOf<Trigger>>;
    waitFor(predicate: EventPredicate, options?: WaitOptions): Promise<EmulatedEvent>;
    idle(): Promise<void>;
    now(): number;
    advance(ms: number): Promise<void>;
    snapshot(): EmulatorSnapshot;
    load(snapshot: EmulatorSnapshot): void;
    reset(): void;
}

interface EmulatorFixtureOptions {
    emulator?: EmulatorOptions;
    namespace?: NamespaceOptions;
    app?: AppCreateRequest;
}

interface EmulatorFixtures {
    emulator: Emulator;
    namespace: EmulatorNamespace;
    app: AppResponse & {
        id: string;
    };
    contact(channel: ConversationChannel): TestContact;
}

interface EmulatorNamespace extends EmulatedProject {
    name: string;
    close(): Promise<void>;
}

interface EmulatorOptions {
    port?: number;
    host?: string;
    allowHosts?: readonly string[];
    adminToken?: string;
    now?: () => number;
    random?: () => number;
    projectId?: string;
    keyId?: string;
    keySecret?: string;
    region?: Region;
    webhooks?: WebhookOptions;
    channelDelayMs?: number;
    strictChannels?: boolean;
    rateLimits?: RateLimits;
    presets?: readonly EmulatorPreset[];
    magicIdentities?: boolean;
    loose?: boolean;
    checkAnswers?: boolean;
    data?: string;
    seed?: string | EmulatorSeed | EmulatorSnapshot;
    proxy?: ProxyOptions;
    logLimit?: number;
    retentionDayMs?: number;
}

type EmulatorPreset = 'token-bucket' | 'outbound-queue' | 'flaky-channel' | 'slow-callbacks';

interface EmulatorSeed {
    settings?: ProjectSettingsRequest;
    apps?: Seeded<AppCreateRequest>[];
    webhooks?: Seeded<CreateWebhookRequest>[];
    contacts?: Seeded<ContactCreateRequest>[];
    conversations?: Seeded<CreateConversationRequest>[];
    templates?: V2Template[];
    consents?: BatchInsertConsentsRequest[];
    channels?: SeedChannel[];
}

interface EmulatorSnapshot {
    format: 'convapi-emulator-snapshot';
    version: number;
    time: string;
    state: Record<string, Record<string, unknown>>;
}

interface EventFilter {
    trigger?: WebhookTrigger;
    app_id?: string;
    message_id?: string;
    status?: string;
    channel?: string;
    identity?: string;
}

type EventOf<Trigger extends keyof WebhookEvents> = Omit<EmulatedEvent, 'trigger' | 'body'> & {
    trigger: Trigger;
    body: Omit<WebhookEvents[Trigger], 'trigger'>;
};

type EventPredicate = EventFilter | ((event: EmulatedEvent) => boolean);

interface Fault {
    effect: FaultEffect;
    match?: FaultMatch;
    share?: number;
    after?: number;
    times?: number;
    forMs?: number;
}

interface FaultControl {
    fault(fault: Fault): AddedFault;
    faults(): FaultState[];
    firedFaults(): FiredFault[];
    removeFaults(id?: string): void;
    endTokens(how: 'expire' | 'revoke'): void;
}

type FaultEffect = RequestEffect | CallbackEffect | ChannelEffect;

interface FaultMatch {
    operation?: string;
    method?: string;
    path?: string;
    trigger?: WebhookTrigger;
    channel?: ConversationChannel;
    identity?: string;
    app_id?: string;
}

type FaultPoint = 'request' | 'callback' | 'channel';

interface FaultState extends Fault {
    id: string;
    seen: number;
    fired: number;
}

interface FaultSubject {
    operation?: string;
    method?: string;
    path?: string;
    trigger?: string;
    channels?: readonly string[];
    identities?: readonly string[];
    app_ids?: readonly string[];
    message_id?: string;
}

interface FiredFault {
    fault: string;
    time: string;
    at: FaultPoint;
    effect: FaultEffect;
    subject: FaultSubject;
}

interface HandsetMessage {
    message_id: string;
    app_id: string;
    channel: string;
    identity: string;
    direction: 'TO_CONTACT' | 'TO_APP';
    message: AppMessage | OmniMessageOverride | ContactMessage;
    status: 'QUEUED_ON_CHANNEL' | 'DELIVERED' | 'READ' | 'RECEIVED';
    metadata: string;
    time: string;
}

interface MessageFilter {
    channel?: string;
    identity?: string;
    app_id?: string;
}

type NamespaceOptions = Omit<EmulatorOptions, 'port' | 'host' | 'allowHosts' | 'adminToken' | 'data' | 'proxy' | 'projectId' | 'keyId' | 'keySecret'>;

interface Order {
    products: readonly ProductItem[];
    text?: string;
    catalog_id?: string;
}

interface ProxiedOperation {
    operation: string;
    method: string;
    path: string;
    calls: number;
    statuses: Record<string, number>;
    compared: number;
    deviations: (SpecDeviation & {
        count: number;
    })[];
    differences: ((ShapeDifference | StatusDifference) & {
        count: number;
    })[];
}

interface ProxyOptions {
    region: Region;
    projectId: string;
    keyId: string;
    keySecret: string;
    target?: string;
}

interface ProxyReport {
    target: string;
    calls: number;
    operations: ProxiedOperation[];
}

interface RateLimits {
    requestsPerSecond?: number;
    outboundPerSecond?: number;
    outboundQueue?: number;
    tokensPerSecond?: number;
    tokenBurst?: number;
}

interface RequestEffect {
    latencyMs?: Duration;
    status?: number;
    message?: string;
    retryAfterS?: number;
    reset?: 'before' | 'after' | 'midway';
    truncate?: true;
    slowBodyMs?: number;
    token?: 'expire' | 'revoke';
    tokenLifetimeS?: number;
}

type SeedChannel = ChannelAnswer & {
    channel: string;
    identity?: string;
};

type Seeded<T> = T & {
    id?: string;
};

interface ShapeDifference {
    kind: 'only_real' | 'only_emulated' | 'type';
    path: string;
    real?: string;
    emulated?: string;
}

interface SharedLocation {
    latitude: number;
    longitude: number;
    title?: string;
    label?: string;
}

interface SpecDeviation {
    status: number;
    kind: 'undocumented_status' | 'undocumented_field' | 'not_json' | 'violation';
    path: string;
    detail: string;
}

interface StatusDifference {
    kind: 'status';
    path: '';
    real: string;
    emulated: string;
}

interface TestContact extends ContactActor {
    channel: ConversationChannel;
    identity: string;
}

interface WaitOptions {
    timeoutMs?: number;
    fresh?: boolean;
}

interface WebhookOptions {
    retryDelaysMs?: readonly number[];
    timeoutMs?: number;
    perSecond?: number;
    allowTargets?: readonly string[];
}

declare function withEmulator<Context extends object>(test: TestAPI<Context>, options?: EmulatorFixtureOptions): TestAPI<Context & EmulatorFixtures>;

export type {
  EmulatorFixtureOptions,
  EmulatorFixtures,
  TestContact,
};
export {
  withEmulator,
};
