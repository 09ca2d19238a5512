import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createBareApp } from '../emulated/bare-app.ts';
import { createBareCallbacks } from '../emulated/bare-callbacks.ts';
import { loadContract } from '../emulated/load-contract.ts';
import { answerRequests } from '../harness/answer-requests.ts';

/** What this worker is asked: to serve, to wait until the callbacks are taken, or how much processor time it has used so far. */
export interface BareRequest {
  work: 'start' | 'settle' | 'cpu';
  /** Where two callbacks for each message go; absent for none. */
  receiverUrl?: string;
}

const contract = await loadContract();
let callbacks: ReturnType<typeof createBareCallbacks> | undefined;

/** Serves the bare app from a process of its own. */
answerRequests(async ({ work, receiverUrl }: BareRequest) => {
  if (work === 'cpu') return process.cpuUsage();
  if (work === 'settle') return callbacks?.settle();
  callbacks = receiverUrl === undefined ? undefined : createBareCallbacks(receiverUrl);
  const server = createAdaptorServer({ fetch: createBareApp(contract, callbacks?.send).fetch }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
