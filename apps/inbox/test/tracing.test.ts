import { text } from '@convapi/message-builder';
import { context, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Harness, startHarness } from './harness.ts';

const spans = new InMemorySpanExporter();
const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] });
let inbox: Harness;

beforeAll(async () => {
  trace.setGlobalTracerProvider(provider);
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  inbox = await startHarness();
});
afterAll(async () => {
  await inbox.close();
  trace.disable();
  context.disable();
});

it('gives OpenTelemetry a span for each call to the service, without what was written or the token', async () => {
  const { body } = await inbox.post('/api/conversations', { channel: 'SMS', identity: '46701234567' });
  spans.reset();
  await inbox.send(body.conversation.id, text('A word in private'));
  const names = spans.getFinishedSpans().map(({ name }) => name);
  expect(names).toContain('POST /v1/projects/{project_id}/messages:send');
  const said = JSON.stringify(spans.getFinishedSpans().map(({ attributes, events }) => ({ attributes, events })));
  expect(said).not.toContain('in private');
  expect(said).not.toContain('head.body.tail');
});
