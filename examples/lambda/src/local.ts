import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { read } from './conversation';
import { handler } from './handler';

/** Stands for API Gateway: one HTTP request becomes one event of payload version 2.0. */
createServer(async (request, response) => {
  const result = await handler(await toEvent(request), {} as Context, () => undefined);
  const { statusCode = 200, headers = {}, body } = result as APIGatewayProxyStructuredResultV2;
  response.writeHead(statusCode, headers as Record<string, string>).end(body);
}).listen(Number(read('PORT')), '127.0.0.1');

async function toEvent(request: IncomingMessage): Promise<APIGatewayProxyEventV2> {
  const { method = 'GET', url: path = '/' } = request;
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const http = { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: headers['user-agent'] ?? '' };
  const routeKey = `${method} ${path}`;
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: '',
    headers,
    requestContext: {
      accountId: 'local',
      apiId: 'local',
      domainName: 'local',
      domainPrefix: 'local',
      http,
      requestId: 'local',
      routeKey,
      stage: '$default',
      time: new Date().toISOString(),
      timeEpoch: Date.now(),
    },
    body: await text(request),
    isBase64Encoded: false,
  };
}
