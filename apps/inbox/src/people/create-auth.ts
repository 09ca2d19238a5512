import { createHash, randomBytes } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { magicLink } from 'better-auth/plugins/magic-link';
import { eq } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import * as schema from '../database/schema.ts';

/** Requests to the library are made here, under an address that only it sees. */
export const AUTH_ORIGIN = 'http://inbox.internal';
/** Carries the address of who asks to the library, and never comes from outside. */
export const CLIENT_HEADER = 'x-inbox-client';
const SESSION_SECONDS = 30 * 24 * 60 * 60;
const RENEW_AFTER_SECONDS = 24 * 60 * 60;
/** Of a link that signs somebody in, once. */
export const LINK_SECONDS = 24 * 60 * 60;
export const MIN_PASSWORD = 10;
export const MAX_PASSWORD = 128;
const TRIES = 10;
const TRIES_WINDOW_SECONDS = 60;
/** Nobody guesses a token; this only keeps the load away. */
const LINK_TRIES = 200;
const SECRET_BYTES = 32;

/** Of better-auth, what is used here; its own type has all that it could do. */
export interface Auth {
  handler(request: Request): Promise<Response>;
  api: {
    getSession(input: { headers: Headers; returnHeaders: true }): Promise<{
      headers?: Headers | null;
      response: { user: { id: string; name: string; email: string; role?: string; active?: boolean; readFloor?: number } } | null;
    }>;
    signInMagicLink(input: { body: { email: string }; headers: Headers }): Promise<unknown>;
    setPassword(input: { body: { newPassword: string }; headers: Headers }): Promise<unknown>;
    changePassword(input: {
      body: { currentPassword: string; newPassword: string; revokeOtherSessions: boolean };
      headers: Headers;
      returnHeaders: true;
    }): Promise<{ headers: Headers }>;
  };
}

/**
 * Sessions, passwords and sign-in links, kept by better-auth in the database.
 *
 * @param secure Whether browsers come by HTTPS, so that the cookie may be kept to it.
 */
export async function createAuth(db: Database, secure: boolean, onLink: (email: string, token: string) => void): Promise<Auth> {
  const secret = await takeSecret(db);
  const auth = betterAuth({
    baseURL: AUTH_ORIGIN,
    secret,
    database: drizzleAdapter(db, { provider: 'pg', schema }),
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: MIN_PASSWORD, maxPasswordLength: MAX_PASSWORD },
    session: { expiresIn: SESSION_SECONDS, updateAge: RENEW_AFTER_SECONDS },
    user: {
      additionalFields: {
        role: { type: 'string', input: false, defaultValue: 'agent' },
        active: { type: 'boolean', input: false, defaultValue: true },
        readFloor: { type: 'number', input: false, defaultValue: 0 },
      },
    },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => {
            const [found] = await db.select({ active: schema.user.active }).from(schema.user).where(eq(schema.user.id, userId));
            return found?.active === true;
          },
        },
      },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      customRules: {
        '/sign-in/email': { window: TRIES_WINDOW_SECONDS, max: TRIES },
        '/magic-link/verify': { window: TRIES_WINDOW_SECONDS, max: LINK_TRIES },
      },
    },
    advanced: {
      useSecureCookies: secure,
      // Cookies are not kept apart by port, and several inboxes run on one machine.
      cookiePrefix: `inbox-${createHash('sha256').update(secret).digest('hex').slice(0, 8)}`,
      // Strict would keep the cookie back when a link elsewhere, e.g. in a chat, leads here.
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [CLIENT_HEADER] },
    },
    plugins: [
      magicLink({
        disableSignUp: true,
        expiresIn: LINK_SECONDS,
        storeToken: 'hashed',
        sendMagicLink: async ({ email, token }) => onLink(email, token),
      }),
    ],
  });
  return auth as unknown as Auth;
}

/** Signs the cookies; of all copies of the inbox, the first makes it. */
async function takeSecret(db: Database): Promise<string> {
  const made = randomBytes(SECRET_BYTES).toString('base64url');
  await db.insert(schema.settings).values({ name: 'cookie-secret', value: made }).onConflictDoNothing();
  const [kept] = await db.select().from(schema.settings).where(eq(schema.settings.name, 'cookie-secret'));
  return kept?.value ?? made;
}
