// What customers see. Written by "pnpm api:update": a change here is a change for them.
import type {
  Meter,
  Tracer,
} from '@opentelemetry/api';

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

interface ClientHooks {
    onRequest?(attempt: Attempt): void;
    onResponse?(attempt: Attempt, response: AttemptResponse): void;
    onError?(attempt: Attempt, failure: AttemptFailure): void;
    onRetry?(attempt: Attempt, retry: Retry): void;
}

interface OpenTelemetryOptions {
    tracer?: Tracer | undefined;
    meter?: Meter | undefined;
}

interface Retry {
    delayMs: number;
    reason: number | unknown;
}

declare function openTelemetryHooks(options?: OpenTelemetryOptions): ClientHooks;

declare function traceContextOf(metadata: string | undefined): import("@opentelemetry/api").Context;

declare function withTraceContext<T extends {
    message_metadata?: string;
}>(request: T): T;

export type {
  OpenTelemetryOptions,
};
export {
  openTelemetryHooks,
  traceContextOf,
  withTraceContext,
};
