import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { type Answering, createConnection, TOKEN_PATH } from '../faults/index.ts';
import { type Namespaces, routeToSpace, type Space } from '../namespaces/index.ts';
import { emulatorError, json } from '../requests/index.ts';
import type { Settings } from '../settings.ts';
import { createAdminCheck } from './admin-check.ts';
import { createControlRoutes } from './control-routes.ts';
import { createHostCheck } from './host-check.ts';
import { createNamespaceRoutes } from './namespace-routes.ts';
import { refuseOrigin } from './refuse-origin.ts';
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
  const isAdmin = createAdminCheck(settings.adminToken);
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
  app.use('/_emulator/*', async (c, next) => isAdmin(c.req.raw) ?? next());
  app.route('/_emulator/namespaces', createNamespaceRoutes(namespaces, url));
  app.get('/_emulator/proxy/report', () => {
    const report = namespaces.main.proxyReport?.();
    return report ? json(200, report) : emulatorError(404, 'not-found', 'No calls are passed on. Start the emulator with --proxy.');
  });
  app.route(
    '/_emulator',
    createControlRoutes(() => namespaces.main),
  );
  app.get('/', (c) => c.redirect('/_emulator'));
  app.all('*', async (c) => {
    const space = await routeToSpace(namespaces, c.req.raw);
    return space.answerStored(c.req.raw, () => space.withFaults(c.req.raw, () => createConnection(c.env.outgoing), answering(c, space)));
  });
  return app;
}

/** What others log for it; nobody gets to see it. */
const CLIENT_CLOSED_REQUEST = 499;

function hasHungUp({ req, env }: Context<{ Bindings: HttpBindings }>): boolean {
  // The signal is late where the end of the connection cut a body short.
  return req.raw.signal.aborted || (env.incoming.destroyed && !env.incoming.complete);
}

function answering(c: Context, { settings, tokens, tokenCalls, api }: Space): Answering {
  if (c.req.path !== TOKEN_PATH) return api;
  return (request, { tokenLifetimeS }) => answerToken(request, settings, tokens, tokenCalls, tokenLifetimeS);
}
