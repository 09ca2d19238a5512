import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWebhookVerifier } from '@convapi/webhook-verifier';

export interface Receiver {
  url: string;
  /** Resolves with the first callback of a trigger whose signature is right; with one that is here already too. */
  wait(trigger: string): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

/** What a program of a user does with callbacks: it checks the signature, and refuses what it cannot check. */
export async function startReceiver(secret: string): Promise<Receiver> {
  const verifier = createWebhookVerifier({ secrets: [secret] });
  const verified: Record<string, unknown>[] = [];
  let look = (): void => {};
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    try {
      verified.push((await verifier.verify(Buffer.concat(chunks), request.headers)) as unknown as Record<string, unknown>);
      response.writeHead(200).end();
      look();
    } catch {
      response.writeHead(401).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/webhook`,
    wait: (trigger) =>
      new Promise((resolve) => {
        look = () => {
          const found = verified.find((event) => event.trigger === trigger);
          if (found) resolve(found);
        };
        look();
      }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
