import type { Context, MiddlewareHandler } from 'hono';
import type { Agent, ChangePassword, SignIn } from '../api/contract.ts';
import { problem } from '../http/problem.ts';
import { AUTH_ORIGIN, CLIENT_HEADER } from './create-auth.ts';
import { type Team, toAgent } from './create-team.ts';

/** Who asks, for the routes behind {@link requireSession}. */
export interface Signed {
  agent: Agent;
  /** Messages up to that number count as read by them. */
  readFloor: number;
}

export type SignedEnv = { Variables: { signed: Signed } };

/** Finds out where a request comes from; the limit of tries goes by it. */
export type ClientAddress = (c: Context) => string;

/** Lets only those through who are signed in. */
export function requireSession({ auth, ping }: Team): MiddlewareHandler<SignedEnv> {
  return async (c, next) => {
    const { headers, response } = await auth.api.getSession({ headers: c.req.raw.headers, returnHeaders: true }).catch(async (error) => {
      // The library does not say why it failed; when the database is away, this does.
      await ping();
      throw error;
    });
    if (!response?.user.active) return problem(c, 401, 'Sign in first.');
    c.set('signed', { agent: toAgent(response.user), readFloor: response.user.readFloor ?? 0 });
    await next();
    // a session in use is renewed now and then
    for (const cookie of headers?.getSetCookie() ?? []) c.header('set-cookie', cookie, { append: true });
  };
}

/** Lets admins through, behind {@link requireSession}. */
export const requireAdmin: MiddlewareHandler<SignedEnv> = async (c, next) =>
  c.get('signed').agent.role === 'admin' ? next() : problem(c, 403, 'This is for admins.');

/** Signs somebody in by e-mail and password; the answer of the library, whose cookies are the session. */
export function signIn({ auth }: Team, c: Context, client: string, { email, password }: SignIn): Promise<Response> {
  return auth.handler(toAuth(c, client, '/sign-in/email', { email, password, rememberMe: true }));
}

export function signOut({ auth }: Team, c: Context, client: string): Promise<Response> {
  return auth.handler(toAuth(c, client, '/sign-out', {}));
}

/** Signs somebody in by the token of a link; false when it is not one, was used, or is too old. */
export async function signInByLink({ auth }: Team, c: Context, client: string, token: string): Promise<string[] | false> {
  const query = new URLSearchParams({ token, callbackURL: '/', errorCallbackURL: '/?problem=link' });
  const response = await auth.handler(new Request(`${AUTH_ORIGIN}/api/auth/magic-link/verify?${query}`, { headers: headersOf(c, client) }));
  const cookies = response.headers.getSetCookie();
  const failed = response.status >= 400 || (response.headers.get('location') ?? '').includes('error=');
  return failed || cookies.length === 0 ? false : cookies;
}

/** Changes the password, or gives somebody the first; the cookies of the new session, or undefined when `current` is wrong. */
export async function changePassword(
  team: Team,
  c: Context,
  agentId: string,
  { current, next }: ChangePassword,
): Promise<string[] | undefined> {
  const { headers } = c.req.raw;
  if (!(await team.hasPassword(agentId))) {
    await team.auth.api.setPassword({ body: { newPassword: next }, headers });
    return [];
  }
  try {
    const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true };
    return (await team.auth.api.changePassword({ body, headers, returnHeaders: true })).headers.getSetCookie();
  } catch (error) {
    if ((error as { body?: { code?: string } }).body?.code === 'INVALID_PASSWORD') return undefined;
    throw error;
  }
}

/** Only the library's own routes that are needed are reached, and only from here. */
function toAuth(c: Context, client: string, path: string, body: object): Request {
  const headers = headersOf(c, client);
  headers.set('content-type', 'application/json');
  return new Request(`${AUTH_ORIGIN}/api/auth${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

function headersOf(c: Context, client: string): Headers {
  const headers = new Headers({ origin: AUTH_ORIGIN, [CLIENT_HEADER]: client });
  for (const name of ['cookie', 'user-agent']) {
    const value = c.req.header(name);
    if (value !== undefined) headers.set(name, value);
  }
  return headers;
}
