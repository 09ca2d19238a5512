import { createHmac } from 'node:crypto';
import { emulatorError, isSame, json, readBearer } from '../requests/index.ts';
import { readFields, toText } from './control-fields.ts';
import { isSameOrigin, refuseOtherPages } from './same-origin.ts';

/** Lets in who has the token of the emulator. */
export interface AdminCheck {
  /** Refuses whoever wants to control the emulator without its token; without a token anyone may. */
  refuse(request: Request): Response | undefined;
  /** `POST /_emulator/session` `{ token }`: a cookie in place of the token, because a page can give an event stream no header. */
  signIn(request: Request): Promise<Response>;
  /** `DELETE /_emulator/session`. */
  signOut(): Response;
}

const COOKIE = 'convapi_emulator';

/** No script reads it, and no other site makes a browser send it. */
const COOKIE_RULES = 'HttpOnly; SameSite=Strict; Path=/_emulator';

export function createAdminCheck(adminToken: string | undefined): AdminCheck {
  const isToken = (given: string) =>
    adminToken === undefined || isSame({ keyId: '', keySecret: given }, { keyId: '', keySecret: adminToken });
  // Not the token itself: a cookie also goes to other ports of this machine. Made from it, so that a session outlives a restart.
  const session = createHmac('sha256', adminToken ?? '')
    .update('convapi-emulator session')
    .digest('base64url');

  function isSession(request: Request): boolean {
    const cookie = new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]*)`).exec(request.headers.get('cookie') ?? '')?.[1];
    return cookie !== undefined && isSame({ keyId: '', keySecret: cookie }, { keyId: '', keySecret: session }) && isSameOrigin(request);
  }

  function refuse(request: Request): Response | undefined {
    if (adminToken === undefined) return undefined;
    const given = readBearer(request.headers.get('authorization') ?? undefined);
    if ((given !== undefined && isToken(given)) || isSession(request)) return undefined;
    const answer = emulatorError(401, 'admin-token', 'Send the admin token of the emulator: Authorization: Bearer <token>.');
    answer.headers.set('www-authenticate', 'Bearer realm="convapi-emulator"');
    return answer;
  }

  return {
    refuse,
    async signIn(request) {
      const refusal = refuseOtherPages(request);
      if (refusal) return refusal;
      const { token } = await readFields(request);
      if (!isToken(toText('token', token))) return emulatorError(401, 'admin-token', 'This is not the admin token of the emulator.');
      return json(200, {}, { 'set-cookie': `${COOKIE}=${session}; ${COOKIE_RULES}`, 'cache-control': 'no-store' });
    },
    signOut: () => json(200, {}, { 'set-cookie': `${COOKIE}=; Max-Age=0; ${COOKIE_RULES}` }),
  };
}
