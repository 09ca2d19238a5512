import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { type ConversationClientOptions, createConversationClient } from '../src/index.ts';

/** A request as it arrived. */
export interface Arrived {
  method: string;
  /** Path and query, undecoded. */
  target: string;
  headers: IncomingHttpHeaders;
  body: unknown;
}

export type Respond = (request: Arrived, response: ServerResponse, count: number) => void;

/** Answers JSON. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Respond {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };
}

/** A real HTTP server on a free port, and a client that talks to it with a fixed token. */
export async function startApi(respond: Respond = json({})) {
  const requests: Arrived[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const arrived = {
      method: request.method ?? '',
      target: request.url ?? '',
      headers: request.headers,
      // a token request is a form
      body: text === '' || !text.startsWith('{') ? undefined : JSON.parse(text),
    };
    requests.push(arrived);
    respond(arrived, response, requests.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const connect = (options: Partial<ConversationClientOptions> = {}) =>
    createConversationClient({
      projectId: 'project',
      region: 'eu',
      auth: { headers: async () => ({ authorization: 'Bearer token' }) },
      baseUrl,
      retry: false,
      ...options,
    });
  return { baseUrl, requests, connect, client: connect() };
}
