import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import { isEmulatorError } from '../emulator-error.ts';
import { type Answering, createConnection, TOKEN_PATH } from '../faults/index.ts';
import { createMediaStore } from '../media/index.ts';
import { type Namespaces, routeToSpace, type Space } from '../namespaces/index.ts';
import { emulatorError, json, partsOf, urlOf } from '../requests/index.ts';
import type { Settings } from '../settings.ts';
import { createAdminCheck } from './admin-check.ts';
import { CONSOLE_PATH, createConsoleFiles } from './console-files.ts';
import { createControlRoutes } from './control-routes.ts';
import { createHostCheck } from './host-check.ts';
import { showMedia } from './media-routes.ts';
import { createNamespaceRoutes } from './namespace-routes.ts';
import { refuseOrigin } from './refuse-origin.ts';
import { refuseOtherPages } from './same-origin.ts';
import { answerToken } from './token-endpoint.ts';

/** What {@link createHttpApp} puts together. */
export interface HttpParts {
  settings: Settings;
  namespaces: Namespaces;
  url: () => string;
  onError: (error: unknown) => void;
}

/** Answers a request, with what node:http says of it. */
export type Fetch = (request: Request, env: HttpBindings) => Promise<Response>;

type Pages = Hono<{ Bindings: HttpBindings }>;

/** Every path of the emulator: the token endpoint, `/_emulator`, and the API at all others. */
export function createHttpApp({ settings, namespaces, url, onError }: HttpParts): Fetch {
  const isOurs = createHostCheck(settings.host, settings.allowHosts);
  const answerCall: Fetch = async (request, { incoming, outgoing }) => {
    const space = await routeToSpace(namespaces, request);
    const call = { request, rawHeaders: incoming.rawHeaders, asOwner: false };
    const answer = await space.views.requests.record(call, () =>
      space.answerStored(request, () => space.withFaults(request, () => createConnection(outgoing), answering(request, space))),
    );
    return send(answer, outgoing);
  };
  let pages: Pages | undefined;
  /** Made when somebody looks: a hundred paths hold up the start, and most programs ask for none of them. */
  const pagesNow = () => {
    pages ??= createPages({ settings, namespaces, url, onError }, answerCall);
    return pages;
  };

  return async (request, env) => {
    try {
      const refusal = refuseHost(request, isOurs) ?? refuseOrigin(request, isOurs);
      if (refusal) return refusal;
      // Calls of the API are most of all, and need no router but that of the document.
      return await (isPage(urlOf(request).pathname) ? pagesNow().fetch(request, env) : answerCall(request, env));
    } catch (error) {
      return answerFailure(error, request, env, onError);
    }
  };
}

function refuseHost({ headers }: Request, isOurs: (host: string | undefined) => boolean): Response | undefined {
  const host = headers.get('host') ?? undefined;
  if (isOurs(host)) return undefined;
  const named = host ?? '(none)';
  return emulatorError(403, 'host-refused', `The emulator does not answer for host ${named}. Allow it with allowHosts or --allow-host.`);
}

function isPage(path: string): boolean {
  return path === '/' || path === '/_emulator' || path.startsWith('/_emulator/');
}

function answerFailure(error: unknown, request: Request, env: HttpBindings, onError: (error: unknown) => void): Response {
  // Nobody is there to read an answer, and nothing went wrong here.
  if (hasHungUp(request, env)) return emulatorError(CLIENT_CLOSED_REQUEST, 'hung-up', 'The client hung up.');
  // The reason is for whoever runs the emulator, not for the caller.
  onError(error);
  return emulatorError(500, 'internal-error', 'The emulator failed: this is a bug of the emulator, not an answer of the Conversation API.');
}

/** Writes an answer out as it is, which the adapter of Hono would read out of a stream first. */
function send(answer: Response, outgoing: HttpBindings['outgoing']): Response {
  const parts = partsOf(answer);
  if (!parts) return answer;
  outgoing.writeHead(parts.status, { ...parts.headers, 'content-length': Buffer.byteLength(parts.text) });
  outgoing.end(parts.text);
  return RESPONSE_ALREADY_SENT;
}

/** What is below `/_emulator`, and the front page. */
function createPages({ settings, namespaces, url, onError }: HttpParts, answerCall: Fetch): Pages {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const admin = createAdminCheck(settings.adminToken);
  const media = createMediaStore();
  app.onError((error, c) => answerFailure(error, c.req.raw, c.env, onError));
  // What needs no token: files whose addresses nobody can guess, the page itself, and the way to get in.
  app.get('/_emulator/media/:sha256', (c) => showMedia(c, media));
  if (settings.console) app.route(CONSOLE_PATH, createConsoleFiles());
  app.post('/_emulator/session', (c) => answerOr400(admin.signIn(c.req.raw)));
  app.delete('/_emulator/session', (c) => refuseOtherPages(c.req.raw) ?? admin.signOut());
  app.use('/_emulator/*', async (c, next) => admin.refuse(c.req.raw) ?? next());
  app.route('/_emulator/namespaces', createNamespaceRoutes(namespaces, media, url));
  app.get('/_emulator/proxy/report', () => {
    const report = namespaces.main.proxyReport?.();
    return report ? json(200, report) : emulatorError(404, 'not-found', 'No calls are passed on. Start the emulator with --proxy.');
  });
  app.route('/_emulator', createControlRoutes({ spaceOf: () => namespaces.main, media, url, pathOf: () => '/_emulator' }));
  // Browsers ask for a page, programs for anything.
  app.get('/', (c) => c.redirect(settings.console && c.req.header('accept')?.includes('text/html') ? `${CONSOLE_PATH}/` : '/_emulator'));
  // Of what is none of these, the API says that there is nothing.
  app.all('*', (c) => answerCall(c.req.raw, c.env));
  return app;
}

/** What others log for it; nobody gets to see it. */
const CLIENT_CLOSED_REQUEST = 499;

function hasHungUp({ signal }: Request, { incoming }: HttpBindings): boolean {
  // The signal is late where the end of the connection cut a body short.
  return signal.aborted || (incoming.destroyed && !incoming.complete);
}

/** A body that cannot be read is a mistake of the caller. */
function answerOr400(answer: Promise<Response>): Promise<Response> {
  return answer.catch((error: unknown) => {
    if (isEmulatorError(error)) return emulatorError(400, 'bad-request', error.message);
    throw error;
  });
}

function answering(call: Request, { keys, tokens, tokenCalls, api }: Space): Answering {
  if (urlOf(call).pathname !== TOKEN_PATH) return api;
  return (request, { tokenLifetimeS }) => answerToken(request, keys, tokens, tokenCalls, tokenLifetimeS);
}
