import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConvapiError } from '@convapi/core';
import { getRequestListener } from '@hono/node-server';
import { claimDataFolder } from './data-folder/claim-data-folder.ts';
import type { InboxOptions } from './inbox-options.ts';
import { type Inbox, prepareInbox } from './prepare-inbox.ts';

/** Options of {@link startInbox}. */
export interface StartInboxOptions extends InboxOptions {
  /** Default: a free one. */
  port?: number | undefined;
  /** Address to listen on. Default `127.0.0.1`, which only this machine reaches; `0.0.0.0` is every address that it has. */
  host?: string | undefined;
}

/** An inbox that listens. */
export interface InboxServer {
  /** Its address, without the key; callbacks go to `/webhook` below it. */
  url: string;
  /** The address that opens the page. It holds the access key, so it is for those who may read every conversation. */
  pageUrl: string;
  /** Stops listening, ends open connections and closes the database. */
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
 * console.log(inbox.pageUrl);
 * await inbox.close();
 * ```
 */
export async function startInbox(options: StartInboxOptions): Promise<InboxServer> {
  const { host = '127.0.0.1', port = 0 } = options;
  const open = prepareInbox(options);
  const folder = await claimDataFolder(options);
  // Who asks before the database is open waits for it.
  let opening: Promise<Inbox>;
  const server = createServer(getRequestListener(async (request) => (await opening).fetch(request), { overrideGlobalObjects: false }));
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
    pageUrl: `${url}/?key=${encodeURIComponent(inbox.accessKey)}`,
    close() {
      closing ??= stop(server).then(() => inbox.close());
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

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Pages hold their live connection for ever.
    server.closeAllConnections();
  });
}
