import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConvapiError } from '@convapi/core';
import { getRequestListener } from '@hono/node-server';
import { claimDataFolder } from './data-folder/claim-data-folder.ts';
import type { InboxOptions } from './inbox-options.ts';
import { type Inbox, prepareInbox } from './prepare-inbox.ts';

/** A request that takes longer is cut off at the end. */
const ANSWER_WITHIN_MS = 10_000;

/** Options of {@link startInbox}. */
export interface StartInboxOptions extends InboxOptions {
  /** Default: a free one. */
  port?: number | undefined;
  /** Address to listen on. Default `127.0.0.1`, which only this machine reaches; `0.0.0.0` is every address that it has. */
  host?: string | undefined;
}

/** An inbox that listens. */
export interface InboxServer {
  /** Where it listens; the page is there, callbacks go to `/webhook` below it. */
  url: string;
  /** Lets somebody work with the inbox. Without a password, {@link InboxServer.signInUrl} is their way in. */
  addAgent: Inbox['addAgent'];
  /** An address that signs the person with that e-mail address in, once, within 24 hours. */
  signInUrl(email: string): Promise<string>;
  hasAgents: Inbox['hasAgents'];
  deletePerson: Inbox['deletePerson'];
  /** Says at `/readyz` that it ends, answers what was asked, waits for what is being sent, and closes the database. */
  close(): Promise<void>;
}

/**
 * An inbox on a port of this machine.
 *
 * @throws ConvapiError when an option is missing or wrong, another process has the data folder, the port is taken, or the
 * database does not open. Nothing is opened in the first three cases.
 * @example
 * ```ts
 * import { startInbox } from '@convapi/inbox';
 *
 * const inbox = await startInbox({
 *   projectId: 'project-id', region: 'eu', keyId: 'key-id', keySecret: 'key-secret', appId: 'app-id', webhookSecrets: 'secret',
 * });
 * await inbox.addAgent({ name: 'Anna', email: 'anna@example.com', role: 'admin' });
 * console.log(await inbox.signInUrl('anna@example.com'));
 * await inbox.close();
 * ```
 */
export async function startInbox(options: StartInboxOptions): Promise<InboxServer> {
  const { host = '127.0.0.1', port = 0 } = options;
  const open = prepareInbox(options);
  const folder = await claimDataFolder(options);
  // Who asks before the database is open waits for it.
  let opening: Promise<Inbox>;
  const server = createServer(
    getRequestListener(async (request, env) => (await opening).fetch(request, env), { overrideGlobalObjects: false }),
  );
  try {
    await listen(server, port, host);
  } catch (error) {
    await folder?.release();
    throw error;
  }
  opening = open(folder);
  let inbox: Inbox;
  try {
    inbox = await opening;
  } catch (error) {
    await stop(server);
    throw error;
  }
  const url = `http://${toName(host)}:${(server.address() as AddressInfo).port}`;
  let closing: Promise<void> | undefined;
  return {
    url,
    addAgent: inbox.addAgent,
    signInUrl: async (email) => `${options.publicUrl ?? url}${await inbox.signInPath(email)}`,
    hasAgents: inbox.hasAgents,
    deletePerson: inbox.deletePerson,
    close() {
      closing ??= end(server, inbox);
      return closing;
    },
  };
}

/** A browser on this machine opens none of the addresses that stand for all addresses. */
function toName(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const what = cause.code === 'EADDRINUSE' ? `Port ${port} is taken. Choose another` : `Could not listen on ${host}:${port}`;
      reject(new ConvapiError(`[@convapi/inbox] ${what}. (${cause.code ?? cause.message})`, { cause }));
    });
    server.listen(port, host, resolve);
  });
}

/** What was asked is answered first; pages, which hold their live connection for ever, are told to come again. */
async function end(server: Server, inbox: Inbox): Promise<void> {
  inbox.drain();
  const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), ANSWER_WITHIN_MS);
  await inbox.close();
  server.closeAllConnections();
  await stopped;
  clearTimeout(cut);
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
