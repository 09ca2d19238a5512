// Runs the suite in this process: Node, Bun and Deno. The address of the loopback server is the only argument.
import { runSuite } from './run-suite.js';

/** @import { Served, RuntimeName } from '../suite/types.js' */
/** @typedef {(request: Request) => Promise<Response>} Handler */
/** @typedef {{ runtime: RuntimeName, version: string, base: string | undefined, serve: (handler: Handler) => Promise<Served> }} Host */
/** @typedef {{ version: string, argv: string[], serve: (options: object) => { port: number, stop(): Promise<void> } }} BunGlobal */
/** @typedef {{ version: { deno: string }, args: string[], serve: (options: object, handler: Handler) => { addr: { port: number }, shutdown(): Promise<void> } }} DenoGlobal */

const { Bun: bun, Deno: deno } = /** @type {{ Bun?: BunGlobal, Deno?: DenoGlobal }} */ (/** @type {unknown} */ (globalThis));
const ADDRESS = { hostname: '127.0.0.1', port: 0 };

/** @param {BunGlobal} bun @returns {Host} */
function bunHost(bun) {
  return {
    runtime: 'bun',
    version: bun.version,
    base: bun.argv[2],
    async serve(handler) {
      const server = bun.serve({ ...ADDRESS, fetch: (/** @type {Request} */ request) => handler(request) });
      return { url: `http://127.0.0.1:${server.port}/`, close: () => server.stop() };
    },
  };
}

/** @param {DenoGlobal} deno @returns {Host} */
function denoHost(deno) {
  return {
    runtime: 'deno',
    version: deno.version.deno,
    base: deno.args[0],
    async serve(handler) {
      const server = deno.serve({ ...ADDRESS, onListen: () => {} }, (request) => handler(request));
      return { url: `http://127.0.0.1:${server.addr.port}/`, close: () => server.shutdown() };
    },
  };
}

/** @returns {Promise<Host>} */
async function nodeHost() {
  const { createServer } = await import('node:http');
  const { toNodeListener } = await import('@convapi/webhook-verifier/node');
  return {
    runtime: 'node',
    version: process.versions.node,
    base: process.argv[2],
    async serve(handler) {
      const server = createServer(toNodeListener(handler));
      await new Promise((resolve) => server.listen(ADDRESS.port, ADDRESS.hostname, () => resolve(undefined)));
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      return { url: `http://127.0.0.1:${port}/`, close: async () => void server.close() };
    },
  };
}

const { version, base, ...host } = bun ? bunHost(bun) : deno ? denoHost(deno) : await nodeHost();
if (base === undefined) throw new Error('Pass the address of the loopback server.');
await runSuite({ ...host, base }, version, (line) => console.log(JSON.stringify(line)));
