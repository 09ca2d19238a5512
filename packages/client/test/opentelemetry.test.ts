import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { AggregationTemporality, InMemoryMetricExporter, MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTelemetryHooks, traceContextOf, withTraceContext } from '../src/opentelemetry.ts';
import { json, startApi } from './api-server.ts';

const spans = new InMemorySpanExporter();
const tracing = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] });
const metricExporter = new InMemoryMetricExporter(AggregationTemporality.DELTA);
const reader = new PeriodicExportingMetricReader({ exporter: metricExporter, exportIntervalMillis: 60_000 });
const metering = new MeterProvider({ readers: [reader] });
const tracer = tracing.getTracer('test');
const hooks = openTelemetryHooks({ tracer, meter: metering.getMeter('test') });

beforeAll(() => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
});
afterAll(async () => {
  context.disable();
  propagation.disable();
  await metering.shutdown();
});
beforeEach(() => spans.reset());

/** Runs something inside a span, as the code of a service would. */
const inside = <T>(work: () => T): T => context.with(trace.setSpan(context.active(), tracer.startSpan('parent')), work);

describe('openTelemetryHooks', () => {
  test('emit a client span for each attempt, by the HTTP semantic conventions', async () => {
    const { connect, baseUrl } = await startApi((request, response, count) => json({}, count === 1 ? 503 : 200)(request, response, count));
    await connect({ hooks, retry: {}, sleep: async () => {} }).contacts.list({ identity: '46700000000' });
    const [first, second] = spans.getFinishedSpans();
    const url = `${baseUrl}/v1/projects/project/contacts`;
    const common = {
      'http.request.method': 'GET',
      'server.address': '127.0.0.1',
      'server.port': Number(new URL(baseUrl).port),
      'url.full': url,
      'url.template': '/v1/projects/{project_id}/contacts',
    };
    expect(first).toMatchObject({
      name: 'GET /v1/projects/{project_id}/contacts',
      kind: SpanKind.CLIENT,
      status: { code: SpanStatusCode.ERROR },
    });
    expect(first?.attributes).toEqual({ ...common, 'http.response.status_code': 503, 'error.type': '503' });
    expect(second?.status.code).toBe(SpanStatusCode.UNSET);
    expect(second?.attributes).toEqual({ ...common, 'http.response.status_code': 200, 'http.request.resend_count': 1 });
  });

  test('name the error of an attempt without an answer', async () => {
    const { connect } = await startApi((_, response) => response.socket?.destroy());
    await connect({ hooks })
      .apps.list()
      .catch(() => {});
    expect(spans.getFinishedSpans()[0]).toMatchObject({
      attributes: { 'error.type': 'ConnectionError' },
      status: { code: SpanStatusCode.ERROR },
    });
  });

  test('hang the span below that of the caller, and pass the trace on in a header', async () => {
    const { connect, requests } = await startApi();
    await inside(() => connect({ hooks }).apps.list());
    const [span] = spans.getFinishedSpans();
    const { traceId, spanId } = span?.spanContext() ?? {};
    expect(span?.parentSpanContext?.traceId).toBe(traceId);
    expect(requests[0]?.headers.traceparent).toBe(`00-${traceId}-${spanId}-01`);
  });

  test('record the duration of each attempt in seconds', async () => {
    metricExporter.reset();
    const { connect } = await startApi(json({}, 404));
    await connect({ hooks })
      .apps.list()
      .catch(() => {});
    await reader.forceFlush();
    const all = metricExporter.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics.flatMap(({ metrics }) => metrics));
    const histogram = all.find(({ descriptor }) => descriptor.name === 'http.client.request.duration');
    expect(histogram?.descriptor.unit).toBe('s');
    const attributes = histogram?.dataPoints.map((point) => point.attributes);
    expect(attributes).toContainEqual(
      expect.objectContaining({ 'http.response.status_code': 404, 'error.type': '404', 'url.template': '/v1/projects/{project_id}/apps' }),
    );
  });
});

describe('withTraceContext', () => {
  const request = { app_id: '01', message_metadata: '' };

  test('puts the trace into the metadata, and traceContextOf reads it back', () => {
    const traced = inside(() => withTraceContext({ ...request, message_metadata: '{"order":17}' }));
    const { order, trace: carrier } = JSON.parse(traced.message_metadata);
    expect(order).toBe(17);
    expect(carrier.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    expect(trace.getSpanContext(traceContextOf(traced.message_metadata))?.traceId).toBe(carrier.traceparent.split('-')[1]);
  });

  test.each(['plain text', '[1]', '"text"', `{"long":"${'x'.repeat(1_000)}"}`])('leaves the metadata %s alone', (message_metadata) => {
    const untouched = { ...request, message_metadata };
    expect(inside(() => withTraceContext(untouched))).toBe(untouched);
  });

  test('does nothing outside a trace', () => {
    expect(withTraceContext(request)).toBe(request);
  });

  test.each([undefined, '', 'plain text', '{"trace":1}', '{}'])('traceContextOf reads nothing from %j', (metadata) => {
    expect(trace.getSpanContext(traceContextOf(metadata))).toBeUndefined();
  });
});
