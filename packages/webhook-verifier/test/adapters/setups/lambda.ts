import type { WebhookHandler } from '../../../src/index.ts';
import { type LambdaHttpEvent, toLambdaHandler } from '../../../src/lambda.ts';
import { type Call, type EarlySetup, type Receiver, type Setup, toAnswer } from './setup.ts';

/** The events in which each service wraps a request, with the fields that the adapter reads and some that it must not trip over. */
export const EVENTS: Record<string, (call: Call) => LambdaHttpEvent> = {
  'a REST API': ({ method, headers, body }) => ({
    resource: '/callbacks',
    path: '/callbacks',
    httpMethod: method,
    headers: inTitleCase(headers),
    multiValueHeaders: mapValues(inTitleCase(headers), (value) => [value]),
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    pathParameters: null,
    requestContext: { domainName: 'id.execute-api.eu-west-1.amazonaws.com', stage: 'prod' },
    body,
    isBase64Encoded: false,
  }),
  'an HTTP API with payload 1.0': ({ method, headers, body }) => ({
    version: '1.0',
    path: '/callbacks',
    httpMethod: method,
    headers: inTitleCase(headers),
    multiValueHeaders: mapValues(inTitleCase(headers), (value) => [value]),
    requestContext: { domainName: 'id.execute-api.eu-west-1.amazonaws.com' },
    body,
    isBase64Encoded: false,
  }),
  'an HTTP API with payload 2.0': (call) => payload2(call, 'id.execute-api.eu-west-1.amazonaws.com'),
  'a function URL': (call) => payload2(call, 'id.lambda-url.eu-west-1.on.aws'),
  'a load balancer': ({ method, headers, body }) => ({
    requestContext: { elb: { targetGroupArn: 'arn' } },
    httpMethod: method,
    path: '/callbacks',
    queryStringParameters: {},
    headers,
    body,
    isBase64Encoded: false,
  }),
  'a load balancer with headers of many values': ({ method, headers, body }) => ({
    requestContext: { elb: { targetGroupArn: 'arn' } },
    httpMethod: method,
    path: '/callbacks',
    multiValueQueryStringParameters: {},
    multiValueHeaders: mapValues(headers, (value) => [value]),
    body,
    isBase64Encoded: false,
  }),
};

export const lambdaSetups: Setup[] = Object.entries(EVENTS).flatMap(([name, toEvent]) => [
  { name: `Lambda behind ${name}`, start: async (handler, onError) => overLambda(handler, onError, toEvent) },
  {
    name: `Lambda behind ${name}, in base64`,
    start: async (handler, onError) => overLambda(handler, onError, (call) => inBase64(toEvent(call))),
  },
]);

export const earlyLambdaSetups: EarlySetup[] = [
  {
    name: 'Lambda with middleware that parses',
    fix: 'Remove the body parser',
    start: async (handler, onError) =>
      overLambda(handler, onError, (call) => ({ ...payload2(call, 'example.com'), body: JSON.parse(call.body) as string })),
  },
];

/** The same event with its body in base64. */
export function inBase64(event: LambdaHttpEvent): LambdaHttpEvent {
  return { ...event, body: Buffer.from(event.body ?? '').toString('base64'), isBase64Encoded: true };
}

function overLambda(handler: WebhookHandler, onError: (error: unknown) => void, toEvent: (call: Call) => LambdaHttpEvent): Receiver {
  const lambda = toLambdaHandler(handler, { onError });
  return {
    async send(call) {
      const result = await lambda(toEvent(call));
      return toAnswer(result.statusCode, result.body);
    },
    close: async () => {},
  };
}

function payload2({ method, headers, body }: Call, domainName: string): LambdaHttpEvent {
  const fields = { version: '2.0', routeKey: '$default' };
  const requestContext = { domainName, http: { method, path: '/callbacks', protocol: 'HTTP/1.1' }, stage: '$default' };
  return { ...fields, rawPath: '/callbacks', rawQueryString: '', headers, requestContext, body, isBase64Encoded: false };
}

const mapValues = <T>(record: Record<string, string>, map: (value: string) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));

const inTitleCase = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.replace(/(^|-)\w/g, (letter) => letter.toUpperCase()), value]));
