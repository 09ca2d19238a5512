import { Agent, createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'vitest';
import { type Emulator, startEmulator } from '../../src/index.ts';

/** The emulator under test, as a client and a contact see it. */
export interface Real {
  emulator: Emulator;
  /** Address that callbacks may go to. */
  receiver: string;
  call(method: string, path: string, body?: unknown): Promise<{ status: number; body: Body }>;
  /** Like call; fails on anything but 200. */
  done(method: string, path: string, body?: unknown): Promise<Body>;
  /** Like call; expects this status and the error body of the API. */
  refused(status: number, method: string, path: string, body?: unknown): Promise<void>;
  /** Path and payload key of each callback that came in. */
  callbacks(): string[];
  /** Forgets all, for the next run. */
  reset(): void;
  close(): Promise<void>;
}

/** An answer, as far as the model looks into it. */
export type Body = Readonly<Record<string, unknown>> & { readonly id: string; readonly message_id: string };

/** Starts one emulator for all runs, with time that stands still unless it is moved. */
export async function startReal(nowMs: number): Promise<Real> {
  const emulator = await startEmulator({ now: () => nowMs, rateLimits: { requestsPerSecond: 0 } });
  const agent = new Agent({ keepAlive: true });
  const authorization = `Basic ${btoa(`${emulator.keyId}:${emulator.keySecret}`)}`;
  const { address, got, stop } = await startReceiver();

  function call(method: string, path: string, body?: unknown): Promise<{ status: number; body: Body }> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const root = path.startsWith('/batch') ? '' : `/v1/projects/${emulator.projectId}`;
    // Node leaves the length of a DELETE out, whose body would then begin the next request.
    const content = text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
    const headers = { authorization, ...content };
    return new Promise((resolve, reject) => {
      const request = httpRequest(emulator.url + root + path, { method, headers, agent }, (response) => {
        let answer = '';
        response.setEncoding('utf8').on('data', (chunk) => {
          answer += chunk;
        });
        response.on('end', () => {
          const status = response.statusCode ?? 0;
          if (response.headers['content-type']?.startsWith('application/json')) resolve({ status, body: JSON.parse(answer) as Body });
          else reject(new Error(`${method} ${path} answered ${status} without JSON: ${answer}`));
        });
      });
      request.on('error', reject).end(text);
    });
  }

  return {
    emulator,
    receiver: address,
    call,
    async done(method, path, body) {
      const answer = await call(method, path, body);
      expect(answer.status, `${method} ${path} ${JSON.stringify(body)} answered ${JSON.stringify(answer.body)}`).toBe(200);
      return answer.body;
    },
    async refused(status, method, path, body) {
      const answer = await call(method, path, body);
      expect(answer.status, `${method} ${path} ${JSON.stringify(body)} answered ${JSON.stringify(answer.body)}`).toBe(status);
      expect(answer.body).toMatchObject({ error: { code: status, message: expect.any(String), status: expect.any(String) } });
    },
    callbacks: () => got,
    reset() {
      emulator.control.reset();
      got.length = 0;
    },
    async close() {
      agent.destroy();
      stop();
      await emulator.close();
    },
  };
}

/** A server that takes every callback. */
async function startReceiver() {
  const got: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      got.push(`${request.url} ${Object.keys(JSON.parse(body) as object).join(' ')}`);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    got,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
