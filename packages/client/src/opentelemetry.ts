import {
  type Attributes,
  context,
  type Meter,
  metrics,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { nameOf } from './error-shape.ts';
import type { Attempt, ClientHooks } from './hooks.ts';

/** Options of {@link openTelemetryHooks}. */
export interface OpenTelemetryOptions {
  /** Makes the spans. Default: one of the global provider. */
  tracer?: Tracer | undefined;
  /** Makes the histogram. Default: one of the global provider. */
  meter?: Meter | undefined;
}

const LIBRARY = '@convapi/client';
/** The boundaries, in seconds, that the HTTP semantic conventions advise. */
const DURATION_BOUNDARIES = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/**
 * Hooks that emit a client span and a duration for each attempt, by the HTTP semantic conventions, and pass the trace on
 * in the request's headers. Needs `@opentelemetry/api`.
 *
 * @example
 * ```ts
 * import { clientCredentials } from '@convapi/auth';
 * import { createConversationClient } from '@convapi/client';
 * import { openTelemetryHooks } from '@convapi/client/opentelemetry';
 *
 * const auth = clientCredentials({ keyId: 'key-id', keySecret: 'key-secret' });
 * const conversation = createConversationClient({ projectId: 'project-id', region: 'eu', auth, hooks: openTelemetryHooks() });
 * ```
 * @see https://opentelemetry.io/docs/specs/semconv/http/
 */
export function openTelemetryHooks(options: OpenTelemetryOptions = {}): ClientHooks {
  const { tracer = trace.getTracer(LIBRARY), meter = metrics.getMeter(LIBRARY) } = options;
  const duration = meter.createHistogram('http.client.request.duration', {
    description: 'Duration of HTTP client requests.',
    unit: 's',
    advice: { explicitBucketBoundaries: DURATION_BOUNDARIES },
  });
  const spans = new WeakMap<Attempt, Span>();

  function end(attempt: Attempt, durationMs: number, result: Attributes, failed: boolean): void {
    duration.record(durationMs / 1000, { ...requestAttributes(attempt), ...result });
    const span = spans.get(attempt);
    span?.setAttributes(result);
    if (failed) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
  }

  return {
    onRequest(attempt) {
      const attributes = { ...requestAttributes(attempt), 'url.full': attempt.url };
      const resend = attempt.number > 0 ? { 'http.request.resend_count': attempt.number } : {};
      const span = tracer.startSpan(`${attempt.method} ${attempt.pathTemplate}`, {
        kind: SpanKind.CLIENT,
        attributes: { ...attributes, ...resend },
      });
      spans.set(attempt, span);
      propagation.inject(trace.setSpan(context.active(), span), attempt, { set: (to, name, value) => to.setHeader(name, value) });
    },
    onResponse(attempt, { status, durationMs }) {
      const failed = status >= 400;
      end(attempt, durationMs, { 'http.response.status_code': status, ...(failed ? { 'error.type': String(status) } : {}) }, failed);
    },
    onError(attempt, { error, durationMs }) {
      end(attempt, durationMs, { 'error.type': nameOf(error) }, true);
    },
  };
}

function requestAttributes({ method, url, pathTemplate }: Attempt): Attributes {
  const { hostname, port, protocol } = new URL(url);
  return {
    'http.request.method': method,
    'server.address': hostname,
    'server.port': Number(port || (protocol === 'https:' ? 443 : 80)),
    'url.template': pathTemplate,
  };
}

/**
 * The request with the trace of the caller in its `message_metadata`, under the key `trace`, so that delivery reports and
 * replies can be joined to it. Metadata that is no JSON object is left alone, as is what would grow beyond 1024 characters.
 *
 * @example
 * ```ts
 * import type { SendMessageRequest } from '@convapi/core';
 * import { withTraceContext } from '@convapi/client/opentelemetry';
 *
 * export const traced = (request: SendMessageRequest) => withTraceContext(request);
 * ```
 */
export function withTraceContext<T extends { message_metadata?: string }>(request: T): T {
  const carrier: Record<string, string> = {};
  propagation.inject(context.active(), carrier);
  const known = parseObject(request.message_metadata ?? '{}');
  if (Object.keys(carrier).length === 0 || known === undefined) return request;
  const message_metadata = JSON.stringify({ ...known, trace: carrier });
  return message_metadata.length > LONGEST_METADATA ? request : { ...request, message_metadata };
}

/** The context that {@link withTraceContext} put into a metadata text, for `context.with`; the active one when there is none. */
export function traceContextOf(metadata: string | undefined) {
  const carrier = parseObject(metadata ?? '')?.trace;
  return typeof carrier === 'object' && carrier !== null ? propagation.extract(context.active(), carrier) : context.active();
}

const LONGEST_METADATA = 1024;

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text === '' ? '{}' : text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
