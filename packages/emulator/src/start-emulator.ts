import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import type { Hono } from 'hono';
import type { EmulatorControl } from './control/control.ts';
import { createEmulator } from './create-emulator.ts';
import { EmulatorError } from './emulator-error.ts';
import { type EmulatorOptions, type Settings, toSettings } from './settings.ts';

/** A running emulator. */
export interface Emulator {
  /** Base of the API, for `baseUrl` of the client. The batch API is below `/batch`. */
  url: string;
  /** Address of the token endpoint, for `tokenUrl`. */
  tokenUrl: string;
  projectId: string;
  keyId: string;
  keySecret: string;
  /** Plays contacts, channels and time. */
  control: EmulatorControl;
  /** Stops listening, drops what is under way and frees the port. */
  close(): Promise<void>;
}

/**
 * A local Conversation API on a free port, with nothing in it yet.
 *
 * @throws {@link EmulatorError} when the port is taken or the host is not of this machine.
 * @example
 * ```ts
 * import { startEmulator } from '@convapi/emulator';
 *
 * const emulator = await startEmulator();
 * console.log(emulator.url);
 * await emulator.close();
 * ```
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const settings = toSettings(options);
  let url = '';
  const { app, control, stop } = createEmulator(settings, () => url);
  const server = await listen(app, settings);
  const { port } = server.address() as AddressInfo;
  url = `http://${urlHost(settings.host)}:${port}`;
  return {
    url,
    tokenUrl: `${url}/oauth2/token`,
    projectId: settings.projectId,
    keyId: settings.keyId,
    keySecret: settings.keySecret,
    control,
    async close() {
      stop();
      await shut(server);
    },
  };
}

function listen(app: Hono, { host, port }: Settings): Promise<ServerType> {
  // Faster with replaced globals, but a test kit must not change Request and Response under the code that it tests.
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(toListenError(error, host, port)));
    server.listen(port, host, () => resolve(server));
  });
}

function toListenError(error: NodeJS.ErrnoException, host: string, port: number): EmulatorError {
  const options = { cause: error };
  if (error.code === 'EADDRINUSE')
    return new EmulatorError(`Port ${port} on ${host} is in use. Choose another one, or 0 for any.`, options);
  if (error.code === 'EACCES') return new EmulatorError(`Port ${port} needs special rights. Choose one above 1023.`, options);
  return new EmulatorError(`Cannot listen on ${host}:${port}: ${error.message}. Check host and port.`, options);
}

function shut(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Connections that clients keep open would hold the server up.
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}

/** An address that listens everywhere is no address to connect to. */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
