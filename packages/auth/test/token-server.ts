import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What one token request brought. */
export interface TokenRequest {
  headers: IncomingMessage['headers'];
  body: string;
}

/** One answer of the endpoint: a status, or the whole thing. */
export type Answer = { status?: number; body?: unknown; headers?: Record<string, string>; drop?: boolean };

/** A real token endpoint on a free port, for the test that starts it, that answers from a list, the last answer for ever. */
export async function startTokenServer(answers: Answer[] | ((request: TokenRequest, count: number) => Answer | Promise<Answer>)) {
  const requests: TokenRequest[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const asked = { headers: request.headers, body };
    requests.push(asked);
    const count = requests.length;
    const answer = typeof answers === 'function' ? await answers(asked, count) : (answers[Math.min(count, answers.length) - 1] as Answer);
    if (answer.drop) return void request.socket.destroy();
    const content = answer.body ?? { access_token: `token-${count}`, expires_in: 3600, token_type: 'bearer' };
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
    response.end(typeof content === 'string' ? content : JSON.stringify(content));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.address() as AddressInfo;
  return { tokenUrl: `http://127.0.0.1:${port}/oauth2/token`, requests };
}
