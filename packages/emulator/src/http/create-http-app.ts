import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { isEmulatorError } from '../emulator-error.ts';
import { type Answering, createConnection, TOKEN_PATH } from '../faults/index.ts';
import { createMediaStore } from '../media/index.ts';
import { type Namespaces, routeToSpace, type Space } from '../namespaces/index.ts';
import { emulatorError, json } from '../requests/index.ts';
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

/** Every path of the emulator: the token endpoint, `/_emulator`, and the API at all others. */
export function createHttpApp({ settings, namespaces, url, onError }: HttpParts): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const isOurs = createHostCheck(settings.host, settings.allowHosts);
  const admin = createAdminCheck(settings.adminToken);
  const media = createMediaStore();
  app.use(async (c, next) => {
    const host = c.req.header('host');
    if (!isOurs(host)) {
      return emulatorError(
        403,
        'host-refused',
        `The emulator does not answer for host ${host ?? '(none)'}. Allow it with allowHosts or --allow-host.`,
      );
    }
    return refuseOrigin(c.req.raw, isOurs) ?? next();
  });
  app.onError((error, c) => {
    // Nobody is there to read an answer, and nothing went wrong here.
    if (hasHungUp(c)) return emulatorError(CLIENT_CLOSED_REQUEST, 'hung-up', 'The client hung up.');
    // The reason is for whoever runs the emulator, not for the caller.
    onError(error);
    return emulatorError(
      500,
      'internal-error',
      'The emulator failed: this is a bug of the emulator, not an answer of the Conversation API.',
    );
  });
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
  app.all('*', async (c) => {
    const space = await routeToSpace(namespaces, c.req.raw);
    const call = { request: c.req.raw, headers: c.env.incoming.headers, asOwner: false };
    return space.views.requests.record(call, () =>
      space.answerStored(c.req.raw, () => space.withFaults(c.req.raw, () => createConnection(c.env.outgoing), answering(c, space))),
    );
  });
  return app;
}

/** What others log for it; nobody gets to see it. */
const CLIENT_CLOSED_REQUEST = 499;

function hasHungUp({ req, env }: Context<{ Bindings: HttpBindings }>): boolean {
  // The signal is late where the end of the connection cut a body short.
  return req.raw.signal.aborted || (env.incoming.destroyed && !env.incoming.complete);
}

/** A body that cannot be read is a mistake of the caller. */
function answerOr400(answer: Promise<Response>): Promise<Response> {
  return answer.catch((error: unknown) => {
    if (isEmulatorError(error)) return emulatorError(400, 'bad-request', error.message);
    throw error;
  });
}

function answering(c: Context, { keys, tokens, tokenCalls, api }: Space): Answering {
  if (c.req.path !== TOKEN_PATH) return api;
  return (request, { tokenLifetimeS }) => answerToken(request, keys, tokens, tokenCalls, tokenLifetimeS);
}
