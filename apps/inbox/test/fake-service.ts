import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A send as the service got it. */
export interface SentRequest {
  path: string;
  authorization: string | undefined;
  body: { app_id: string; recipient: unknown; message: unknown; message_metadata: string };
}

/** An answer of the service, given after `before` has run; or no answer at all. */
export type Answer = { status: number; body: unknown; before?: () => Promise<unknown> } | 'hang up';

/** A stand-in for the token endpoint and `messages:send`, over real HTTP. */
export interface FakeService {
  url: string;
  tokenUrl: string;
  sent: SentRequest[];
  /** Answers the next sends so. */
  answerNext(...answers: Answer[]): void;
  close(): Promise<void>;
}

export async function startFakeService(): Promise<FakeService> {
  const sent: SentRequest[] = [];
  const answers: Answer[] = [];
  let count = 0;
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', async () => {
      response.setHeader('content-type', 'application/json');
      if (request.url === '/oauth2/token') {
        response.end(JSON.stringify({ access_token: 'head.body.tail', expires_in: 3600, token_type: 'bearer' }));
        return;
      }
      if (request.url === '/oauth2/refuse') {
        response.statusCode = 401;
        response.end(JSON.stringify({ error: 'invalid_client', error_description: 'key-secret is wrong' }));
        return;
      }
      sent.push({ path: request.url ?? '', authorization: request.headers.authorization, body: JSON.parse(text) });
      count += 1;
      const answer: Answer = answers.shift() ?? {
        status: 200,
        body: { message_id: `SENT${count}`, accepted_time: '2026-01-02T03:04:05Z' },
      };
      if (answer === 'hang up') {
        request.socket.destroy();
        return;
      }
      await answer.before?.();
      response.statusCode = answer.status;
      response.end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    tokenUrl: `${url}/oauth2/token`,
    sent,
    answerNext: (...next) => void answers.push(...next),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
