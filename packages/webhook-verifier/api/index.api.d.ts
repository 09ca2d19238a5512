// What customers see. Written by "pnpm api:update": a change here is a change for them.
import type {
  ConvapiError,
  ConvapiErrorOptions,
  UnknownWebhookEvent,
  WebhookEvent,
  WebhookEvents,
} from '@convapi/core';

type BearerCheck = (headers: WebhookHeaders) => Promise<boolean>;

type BearerCheckOptions = {
    tokens: string | readonly string[];
    check?: undefined;
} | {
    check: (token: string) => boolean | Promise<boolean>;
    tokens?: undefined;
};

type ExhaustiveWebhookHandlers = {
    [Trigger in keyof WebhookEvents]: (event: WebhookEvents[Trigger]) => void | Promise<void>;
} & {
    UNKNOWN: (event: UnknownWebhookEvent) => void | Promise<void>;
    default?: never;
};

interface MemoryReplayGuardOptions {
    maxEntries?: number | undefined;
    now?: (() => number) | undefined;
}

type RawBody = string | Uint8Array | ArrayBuffer;

interface ReplayGuard {
    claim(key: string, ttlMs: number): boolean | Promise<boolean>;
    release?(key: string): void | Promise<void>;
}

type RequireBearerOptions = BearerCheckOptions & {
    onError?: ((error: unknown) => void | Promise<void>) | undefined;
};

interface SignWebhookOptions {
    body: RawBody;
    secret: string;
    nonce?: string | undefined;
    timestamp?: number | undefined;
    now?: (() => number) | undefined;
    random?: (() => number) | undefined;
}

interface SignatureVerifier {
    verify(request: Request): Promise<Uint8Array>;
}

interface SignatureVerifierOptions {
    secrets: string | readonly string[];
    toleranceSeconds?: number | undefined;
    maxBodyBytes?: number | undefined;
    now?: (() => number) | undefined;
}

interface SignedWebhookHeaders extends Record<string, string> {
    'x-sinch-webhook-signature': string;
    'x-sinch-webhook-signature-nonce': string;
    'x-sinch-webhook-signature-timestamp': string;
    'x-sinch-webhook-signature-algorithm': string;
}

type WebHeaders = Pick<Headers, 'get'>;

type WebhookHandler = (request: Request) => Promise<Response>;

interface WebhookHandlerOptions {
    onError?: ((error: unknown, event?: WebhookEvent) => void | Promise<void>) | undefined;
    onRefused?: ((error: WebhookVerificationError) => void | Promise<void>) | undefined;
}

type WebhookHandlers = {
    [Trigger in keyof WebhookEvents]?: (event: WebhookEvents[Trigger]) => void | Promise<void>;
} & {
    UNKNOWN?: (event: UnknownWebhookEvent) => void | Promise<void>;
    default?: (event: WebhookEvent) => void | Promise<void>;
};

type WebhookHeaders = WebHeaders | Readonly<Record<string, string | readonly string[] | undefined>>;

interface WebhookMatch {
    event: WebhookEvent;
    secretIndex: number;
}

type WebhookRefusalReason = 'missing_header' | 'signature_mismatch' | 'timestamp_out_of_tolerance' | 'replayed' | 'unsupported_algorithm' | 'body_already_parsed' | 'malformed_body' | 'body_too_large';

declare class WebhookVerificationError extends ConvapiError {
    readonly name = "WebhookVerificationError";
    readonly reason: WebhookRefusalReason;
    constructor(reason: WebhookRefusalReason, message: string, options?: ConvapiErrorOptions);
}

interface WebhookVerifier {
    verify(request: Request): Promise<WebhookEvent>;
    verify(rawBody: RawBody | ReadableStream<Uint8Array>, headers: WebhookHeaders): Promise<WebhookEvent>;
    release(headers: WebhookHeaders): Promise<void>;
}

interface WebhookVerifierOptions extends SignatureVerifierOptions {
    replayGuard?: ReplayGuard | false | undefined;
    onMatch?: ((match: WebhookMatch) => void) | undefined;
}

declare function createBearerCheck(options: BearerCheckOptions): BearerCheck;

declare function createExhaustiveWebhookHandler(verifier: WebhookVerifier, handlers: ExhaustiveWebhookHandlers, options?: WebhookHandlerOptions): WebhookHandler;

declare function createSignatureVerifier(options: SignatureVerifierOptions): SignatureVerifier;

declare function createWebhookHandler(verifier: WebhookVerifier, handlers: WebhookHandlers, options?: WebhookHandlerOptions): WebhookHandler;

declare function createWebhookVerifier(options: WebhookVerifierOptions): WebhookVerifier;

declare function isWebhookVerificationError(value: unknown): value is WebhookVerificationError;

declare function memoryReplayGuard(options?: MemoryReplayGuardOptions): Required<ReplayGuard>;

declare function parseWebhookEvent(body: RawBody): WebhookEvent;

declare function requireBearer(handler: (request: Request) => Response | Promise<Response>, options: RequireBearerOptions): (request: Request) => Promise<Response>;

declare function signWebhook(options: SignWebhookOptions): Promise<SignedWebhookHeaders>;

export type {
  BearerCheck,
  BearerCheckOptions,
  ExhaustiveWebhookHandlers,
  MemoryReplayGuardOptions,
  RawBody,
  ReplayGuard,
  RequireBearerOptions,
  SignWebhookOptions,
  SignatureVerifier,
  SignatureVerifierOptions,
  SignedWebhookHeaders,
  WebhookHandler,
  WebhookHandlerOptions,
  WebhookHandlers,
  WebhookHeaders,
  WebhookMatch,
  WebhookRefusalReason,
  WebhookVerifier,
  WebhookVerifierOptions,
};
export {
  WebhookVerificationError,
  createBearerCheck,
  createExhaustiveWebhookHandler,
  createSignatureVerifier,
  createWebhookHandler,
  createWebhookVerifier,
  isWebhookVerificationError,
  memoryReplayGuard,
  parseWebhookEvent,
  requireBearer,
  signWebhook,
};
