import type { Region } from '@convapi/core';
import { type Contract, readRegion } from '../contract/index.ts';
import { reasonOf } from '../error-code.ts';
import { type Access, BODY_LIMITS, checkAccess, emulatorError, readText } from '../requests/index.ts';
import { createRealAnswerCheck, type RealAnswerCheck } from './check-real-answer.ts';
import { compareShapes } from './compare-shapes.ts';
import { createIdMap, type IdMap } from './id-map.ts';
import { type ProxyOptions, toHosts } from './proxy-options.ts';
import { createReportBook, type ProxiedCall, type ProxyReport } from './report.ts';
import { createService, type PassedCall } from './service.ts';

/** Headers of a real answer that a client gets to see. The rest is about the other connection. */
const SHOWN = ['content-type', 'retry-after', 'www-authenticate', 'x-request-id', 'deprecation', 'sunset', 'location'];

/** What stands between a caller and the service. */
interface Proxied extends Access {
  settings: { region: Region };
  /** Answers one call of the API. */
  api: (request: Request) => Promise<Response>;
}

/**
 * The same that passes calls on to the real service, answers what it answers, and compares that with the spec and with what the emulator
 * would say.
 *
 * @param space the emulator that is compared with
 */
export function withProxy<Space extends Proxied>(
  space: Space,
  options: ProxyOptions,
  contract: Contract,
): Space & { proxyReport: () => ProxyReport } {
  const service = createService(options, Date.now);
  const check = createRealAnswerCheck(contract.documents);
  const book = createReportBook(toHosts(options).conversation);
  const emulator = createTwin(space.api, check);

  async function passOn(request: Request): Promise<Response> {
    const body = request.body === null ? undefined : await readText(request);
    const call = toCall(request, body, contract, space);
    const answer = await service(call);
    const text = await answer.text();
    await look(request, call, answer.status, text);
    const headers = SHOWN.flatMap((name) => [[name, answer.headers.get(name)]] as const).filter(([, value]) => value !== null);
    const isEmpty = answer.status === 204 || answer.status === 304;
    return new Response(isEmpty ? null : text, { status: answer.status, headers: headers as [string, string][] });
  }

  async function look(request: Request, call: PassedCall, status: number, text: string): Promise<void> {
    const { operation, method } = call;
    if (!operation) {
      book.note({ operation: '', method, path: maskPath(call.path), status, deviations: [] });
      return;
    }
    const body = parse(text);
    const noted: ProxiedCall = {
      operation: operation.id,
      method,
      path: operation.path,
      status,
      deviations: check.check(operation, status, body),
    };
    const differences = await emulator(request, call, status, body);
    book.note({ ...noted, ...(differences ? { differences } : {}) });
  }

  return {
    ...space,
    proxyReport: book.read,
    async api(request) {
      // Whoever is not let in here is not let in there with somebody else's key.
      if (checkAccess(space, request.headers.get('authorization') ?? undefined) !== 'valid') return space.api(request);
      const length = Number(request.headers.get('content-length') ?? 0);
      if (length > BODY_LIMITS.mostBytes) return emulatorError(413, 'too-large', `The body is over ${BODY_LIMITS.mostBytes} bytes.`);
      try {
        return await passOn(request);
      } catch (error) {
        const reason = reasonOf(error);
        return emulatorError(502, 'service-unreachable', `The call could not be passed on: ${reason}`);
      }
    },
  };
}

/** Answers of the emulator that say nothing about the service. */
const INCOMPARABLE: readonly number[] = [401, 404, 429];

/** The emulator beside the service: gets the same calls, under its own ids. */
function createTwin(api: Proxied['api'], check: RealAnswerCheck) {
  const ids = createIdMap();
  return async (request: Request, call: PassedCall, status: number, body: unknown): Promise<ProxiedCall['differences']> => {
    // What the service was not able or not willing to do must not happen here either.
    if (status >= 500 || [401, 403, 429].includes(status) || !call.operation) return undefined;
    // A bug of the emulator must not spoil a call that the service has taken.
    const twin = await api(toTwin(request, call, ids)).catch(() => new Response(null, { status: 500 }));
    const text = await twin.text();
    // What it is about was made before the emulator started, or by somebody else; or the emulator has limits of its own.
    if (twin.status !== status && INCOMPARABLE.includes(twin.status)) return undefined;
    if (twin.status !== status) return [{ kind: 'status', path: '', real: String(status), emulated: String(twin.status) }];
    return compareShapes(body, parse(text), check.view(call.operation, status), ids.pair);
  };
}

function toTwin(request: Request, { method, path, search, body }: PassedCall, { translate }: IdMap): Request {
  const headers = new Headers(request.headers);
  headers.delete('content-length');
  const url = new URL(request.url).origin + translate(path) + translate(search);
  return new Request(url, { method, headers, ...(body === undefined ? {} : { body: translate(body) }) });
}

function toCall(request: Request, body: string | undefined, { routes }: Contract, { settings }: Proxied): PassedCall {
  const url = new URL(request.url);
  const { path } = readRegion(url, settings.region);
  const match = routes.find(request.method, path.replace(/^(\/batch)?\/v1beta\//, '$1/v1/'));
  const operation = 'operation' in match ? match.operation : undefined;
  return { method: request.method, path, search: url.search, headers: request.headers, body, operation };
}

/** Of a path that the spec does not know, the parts that cannot be ids. */
function maskPath(path: string): string {
  return path.replaceAll(/[^/:]+/g, (part) => (/^[a-z]+[a-z0-9_-]{0,30}$/i.test(part) && !/\d{3}/.test(part) ? part : '*'));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
