import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConvapiError } from '@convapi/core';
import { getRequestListener } from '@hono/node-server';
import { createInbox } from './create-inbox.ts';
import type { InboxOptions } from './inbox-options.ts';

/** Options of {@link startInbox}. */
export interface StartInboxOptions extends InboxOptions {
  /** Default: a free one. */
  port?: number | undefined;
}

/** An inbox that listens. */
export interface InboxServer {
  /** Address of the page; callbacks go to `/webhook` below it. */
  url: string;
  /** Stops listening, ends open connections and closes the database. */
  close(): Promise<void>;
}

/**
 * An inbox on a port of this machine.
 *
 * @throws ConvapiError when an option is missing or wrong, the port is taken, or the database does not open.
 * @example
 * ```ts
 * import { startInbox } from '@convapi/inbox';
 *
 * const inbox = await startInbox({
 *   projectId: 'project-id', region: 'eu', keyId: 'key-id', keySecret: 'key-secret', appId: 'app-id', webhookSecrets: 'secret',
 * });
 * console.log(inbox.url);
 * await inbox.close();
 * ```
 */
export async function startInbox(options: StartInboxOptions): Promise<InboxServer> {
  const { host = '127.0.0.1', port = 0 } = options;
  const inbox = await createInbox({ ...options, host });
  const server = createServer(getRequestListener(inbox.fetch, { overrideGlobalObjects: false }));
  try {
    await listen(server, port, host);
  } catch (error) {
    await inbox.close();
    throw error;
  }
  let closing: Promise<void> | undefined;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`,
    close() {
      closing ??= stop(server).then(() => inbox.close());
      return closing;
    },
  };
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
