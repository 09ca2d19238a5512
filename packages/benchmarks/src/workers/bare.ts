import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createBareApp } from '../emulated/bare-app.ts';
import { answerRequests } from '../harness/answer-requests.ts';

/** What this worker is asked: to serve, or how much processor time it has used so far. */
export interface BareRequest {
  work: 'start' | 'cpu';
}

/** Serves the bare app from a process of its own. */
answerRequests(async ({ work }: BareRequest) => {
  if (work === 'cpu') return process.cpuUsage();
  const server = createAdaptorServer({ fetch: createBareApp().fetch }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
