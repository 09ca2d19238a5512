import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type HttpBindings, type ServerType } from '@hono/node-server';
import { readContract } from './contract/index.ts';
import { createEmulator, type EmulatorParts } from './create-emulator.ts';
import { EmulatorError } from './emulator-error.ts';
import { createHttpApp } from './http/index.ts';
import { createNamespaces, type EmulatedProject, type NamespaceOptions, toEmulator } from './namespaces/index.ts';
import { type ProxyReport, withProxy } from './proxy/index.ts';
import { type EmulatorOptions, type Settings, toSettings } from './settings.ts';

/** A project beside that of the emulator, on the same port, with nothing in common with the others. */
export interface EmulatorNamespace extends EmulatedProject {
  name: string;
  /** Drops what is under way, and forgets the namespace and all that was in it. */
  close(): Promise<void>;
}

/** A running emulator. */
export interface Emulator extends EmulatedProject {
  /**
   * The namespace of this name, made when there is none: a project with its own keys, apps, clock, limits and faults, so that tests that
   * run side by side do not meet. It is in memory only.
   *
   * @throws {@link EmulatorError} for a name that cannot be one, and for options when it exists already
   */
  namespace(name: string, options?: NamespaceOptions): Promise<EmulatorNamespace>;
  /**
   * Where real answers left the spec or the emulator so far: names, paths and types, no values.
   *
   * @throws {@link EmulatorError} without the option `proxy`
   */
  proxyReport(): ProxyReport;
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
export function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  return startWith(options, {
    onError: (error) => console.error('[@convapi/emulator] A bug of the emulator:', error),
    tell: (message) => console.error(`[@convapi/emulator] ${message}`),
  });
}

/**
 * The same, with the outside of the emulator in the hands of a test: who hears of bugs and of trouble, and the disk.
 *
 * @internal
 */
export async function startWith(options: EmulatorOptions, outside: Omit<EmulatorParts, 'contract' | 'url'>): Promise<Emulator> {
  const { onError } = outside;
  const settings = toSettings(options);
  let url = '';
  const contract = readContract();
  const make = async (own: Settings) => {
    const space = await createEmulator(own, { contract, url: () => url, ...outside });
    return own.proxy ? withProxy(space, own.proxy, contract) : space;
  };
  const namespaces = await createNamespaces(options, settings, make);
  const app = createHttpApp({ settings, namespaces, url: () => url, onError });
  const server = await listen(app, settings).catch(async (error: unknown) => {
    await namespaces.stop();
    throw error;
  });
  const { port } = server.address() as AddressInfo;
  url = `http://${urlHost(settings.host)}:${port}`;
  return {
    ...toEmulator(namespaces.main, url),
    async namespace(name, own) {
      const space = await namespaces.open(name, own);
      return { name, ...toEmulator(space, url), close: async () => void (await namespaces.close(name)) };
    },
    proxyReport() {
      if (!namespaces.main.proxyReport) throw new EmulatorError('No calls are passed on. Start the emulator with the option proxy.');
      return namespaces.main.proxyReport();
    },
    async close() {
      await namespaces.stop();
      await shut(server);
    },
  };
}

function listen(app: ReturnType<typeof createHttpApp>, { host, port }: Settings): Promise<ServerType> {
  // Faster with replaced globals, but a test kit must not change Request and Response under the code that it tests.
  const server = createAdaptorServer({ fetch: (request, env) => app(request, env as HttpBindings), overrideGlobalObjects: false });
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
