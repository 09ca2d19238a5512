/**
 * What a runner gives to the checks.
 *
 * @typedef {object} Tools
 * @property {string} base Address of the loopback server that plays the service.
 * @property {RuntimeName} runtime
 * @property {(name: FactName, value: string) => void} fact Notes what a check found out, for the table.
 * @property {(handler: (request: Request) => Promise<Response>) => Promise<Served>} serve Serves a handler with the runtime's own server.
 */
/** @typedef {'node' | 'bun' | 'deno' | 'workerd'} RuntimeName */
/** @typedef {'transport' | 'hmac' | 'refused'} FactName */
/** @typedef {{ url: string, close: () => Promise<void> }} Served */
/** @typedef {{ name: string, run: (tools: Tools) => Promise<void> }} Check */
/**
 * A request as the loopback server saw it.
 *
 * @typedef {{ method: string, url: string, headers: Record<string, string | undefined>, body: string }} Seen
 */

export {};
