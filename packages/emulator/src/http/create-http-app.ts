import { Hono } from 'hono';
import type { EmulatorControl } from '../control/control.ts';
import type { Settings } from '../settings.ts';
import type { TokenBucket } from '../time/token-bucket.ts';
import type { AccessTokens } from './access-tokens.ts';
import { emulatorError } from './answers.ts';
import type { Api } from './api.ts';
import { createControlRoutes } from './control-routes.ts';
import { createHostCheck } from './host-check.ts';
import { answerToken } from './token-endpoint.ts';

/** What {@link createHttpApp} puts together. */
export interface HttpParts {
  settings: Settings;
  tokens: AccessTokens;
  /** How often a token may be asked for. */
  tokenCalls: TokenBucket;
  api: Api;
  control: EmulatorControl;
  about: () => object;
  onError: (error: unknown) => void;
}

/** Every path of the emulator: the token endpoint, `/_emulator`, and the API at all others. */
export function createHttpApp({ settings, tokens, tokenCalls, api, control, about, onError }: HttpParts): Hono {
  const app = new Hono();
  const isOurs = createHostCheck(settings.host, settings.allowHosts);
  app.use(async (c, next) => {
    const host = c.req.header('host');
    if (isOurs(host)) return next();
    return emulatorError(
      403,
      'host-refused',
      `The emulator does not answer for host ${host ?? '(none)'}. Allow it with allowHosts or --allow-host.`,
    );
  });
  app.onError((error) => {
    // The reason is for whoever runs the emulator, not for the caller.
    onError(error);
    return emulatorError(
      500,
      'internal-error',
      'The emulator failed: this is a bug of the emulator, not an answer of the Conversation API.',
    );
  });
  app.all('/oauth2/token', (c) => answerToken(c.req.raw, settings, tokens, tokenCalls));
  app.route('/_emulator', createControlRoutes(control, about));
  app.get('/', (c) => c.redirect('/_emulator'));
  app.all('*', (c) => api(c.req.raw));
  return app;
}
