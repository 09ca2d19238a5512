import { describe, expect, it } from 'vitest';
import { createWebhookHandler } from '../../src/index.ts';
import { type LambdaHttpEvent, toLambdaHandler } from '../../src/lambda.ts';
import { INBOUND, sign, verifierAt } from '../helpers.ts';
import { EVENTS, inBase64 } from './setups/lambda.ts';

const KINDS = Object.keys(EVENTS);
const isPayload2 = (kind: string) => kind.endsWith('2.0') || kind.endsWith('URL');

function eventOf(kind: string, fields: Partial<LambdaHttpEvent> = {}): LambdaHttpEvent {
  const toEvent = EVENTS[kind] as (typeof EVENTS)[string];
  return { ...toEvent({ method: 'POST', headers: { host: 'example.com' }, body: '{}' }), ...fields };
}

/** What a fetch handler sees of an event. */
async function requestOf(event: LambdaHttpEvent): Promise<Request> {
  const requests: Request[] = [];
  const handler = toLambdaHandler((request) => {
    requests.push(request);
    return new Response();
  });
  await handler(event);
  return requests[0] as Request;
}

describe('the answer', () => {
  const response = () => {
    const headers = new Headers({ 'content-type': 'text/plain', 'x-a': '1' });
    headers.append('set-cookie', 'a=1; Path=/');
    headers.append('set-cookie', 'b=2');
    return new Response('é', { status: 203, headers });
  };
  const whole = { statusCode: 203, headers: { 'content-type': 'text/plain', 'x-a': '1' }, body: 'é', isBase64Encoded: false };

  it.each(KINDS)('has the shape of %s', async (kind) => {
    const cookies = ['a=1; Path=/', 'b=2'];
    const multiValueHeaders = { 'content-type': ['text/plain'], 'x-a': ['1'], 'set-cookie': cookies };
    expect(await toLambdaHandler(response)(eventOf(kind))).toEqual(
      isPayload2(kind) ? { ...whole, cookies } : { ...whole, multiValueHeaders },
    );
  });

  it.each(KINDS)('to a callback has the shape of %s', async (kind) => {
    const lambda = toLambdaHandler(createWebhookHandler(verifierAt(), {}));
    const toEvent = EVENTS[kind] as (typeof EVENTS)[string];
    const more = (values: object) => (isPayload2(kind) ? {} : { multiValueHeaders: values });
    expect(await lambda(toEvent({ method: 'POST', headers: await sign(INBOUND), body: INBOUND }))).toEqual({
      statusCode: 200,
      headers: {},
      body: '',
      isBase64Encoded: false,
      ...more({}),
    });
    expect(await lambda(toEvent({ method: 'GET', headers: {}, body: '' }))).toEqual({
      statusCode: 405,
      headers: { 'content-type': 'application/json', allow: 'POST' },
      body: '{"reason":"method_not_allowed"}',
      isBase64Encoded: false,
      ...more({ 'content-type': ['application/json'], allow: ['POST'] }),
    });
  });

  it('is in base64 when it is no text', async () => {
    const lambda = toLambdaHandler(() => new Response(new Uint8Array([0, 255, 128])));
    expect(await lambda(eventOf('a function URL'))).toMatchObject({ body: 'AP+A', isBase64Encoded: true });
  });

  it('is 500 without a word of the error when a handler throws, and the error is reported', async () => {
    const errors: unknown[] = [];
    const fail = () => Promise.reject(new Error('detail'));
    const result = await toLambdaHandler(fail, { onError: (error) => void errors.push(error) })(eventOf('a REST API'));
    expect([result.statusCode, result.body, errors]).toEqual([500, '{"reason":"handler_failed"}', [new Error('detail')]]);
  });
});

describe('the request', () => {
  it.each(KINDS)('has method, address and body from %s', async (kind) => {
    for (const event of [eventOf(kind), inBase64(eventOf(kind))]) {
      const request = await requestOf(event);
      expect([request.method, request.url, await request.text()]).toEqual(['POST', 'https://example.com/callbacks', '{}']);
    }
  });

  it.each([true, false])('may have no body, said to be in base64: %s', async (isBase64Encoded) => {
    for (const body of [null, undefined, '']) {
      expect(await (await requestOf(eventOf('a REST API', { body, isBase64Encoded }))).text()).toBe('');
    }
  });

  it('has the query as it was sent', async () => {
    const urlOf = async (event: LambdaHttpEvent) => new URL((await requestOf(event)).url).search;
    const decoded = { queryStringParameters: { a: '2', 'b c': 'd&e', gone: undefined } };
    expect(await urlOf(eventOf('a function URL', { rawQueryString: 'a=1&a=2' }))).toBe('?a=1&a=2');
    expect(await urlOf(eventOf('a REST API', decoded as LambdaHttpEvent))).toBe('?a=2&b%20c=d%26e');
    expect(await urlOf(eventOf('a REST API', { multiValueQueryStringParameters: { a: ['1', '2'] } }))).toBe('?a=1&a=2');
    expect(await urlOf(eventOf('a load balancer', { queryStringParameters: { a: 'b%20c' } }))).toBe('?a=b%20c');
  });

  it('has the host of the service when no header names one, and the cookies that stand beside the headers', async () => {
    const request = await requestOf(eventOf('an HTTP API with payload 2.0', { headers: {}, cookies: ['a=1', 'b=2'] }));
    expect([request.url, request.headers.get('cookie')]).toEqual(['https://id.execute-api.eu-west-1.amazonaws.com/callbacks', 'a=1; b=2']);
    expect((await requestOf({ httpMethod: 'GET', headers: null, multiValueHeaders: null, body: null })).url).toBe('https://localhost/');
  });

  it('shows both values of a header that was sent twice, so that neither hides the other', async () => {
    const multiValueHeaders = { 'X-Sinch-Webhook-Signature': ['one', 'two'], gone: undefined };
    const request = await requestOf(eventOf('a REST API', { headers: { 'X-Sinch-Webhook-Signature': 'two' }, multiValueHeaders }));
    expect(request.headers.get('x-sinch-webhook-signature')).toBe('one, two');
  });

  it('keeps bytes that are no UTF-8, for those who sign them', async () => {
    const request = await requestOf(eventOf('a REST API', { body: 'AP+A', isBase64Encoded: true }));
    expect([...new Uint8Array(await request.arrayBuffer())]).toEqual([0, 255, 128]);
  });

  it.each([
    ['a header that the web does not allow', { headers: { 'x-a': 'a\nb' } }],
    ['a body that is no base64', { body: '{}', isBase64Encoded: true }],
    ['a method that the web does not allow', { requestContext: { http: { method: 'TRACE', path: '/' } } }],
  ])('is refused for %s', async (_name, fields) => {
    const result = await toLambdaHandler(() => new Response())(eventOf('a function URL', fields));
    expect([result.statusCode, result.body]).toEqual([400, '{"reason":"bad_request"}']);
  });
});

it('rejects an event that is no HTTP request, and says what to do', async () => {
  const lambda = toLambdaHandler(() => new Response());
  await expect(lambda({})).rejects.toMatchObject({
    convapi: true,
    message: expect.stringContaining('Call the function through API Gateway'),
  });
});

it('writes to the console when the body was parsed and nobody listens', async () => {
  const written: unknown[] = [];
  const original = console.error;
  console.error = (...values) => void written.push(...values);
  try {
    await toLambdaHandler(() => new Response())(eventOf('a REST API', { body: {} as string }));
  } finally {
    console.error = original;
  }
  expect(written).toMatchObject([{ reason: 'body_already_parsed' }]);
});
