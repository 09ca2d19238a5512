import { CHANNELS } from '@convapi/core';
import { type Context, Hono } from 'hono';
import type { Session } from '../../api/contract.ts';
import { MAX_UPLOAD_BYTES } from '../../media/uploads.ts';
import { MAX_PASSWORD, MIN_PASSWORD } from '../../people/create-auth.ts';
import type { toAgent } from '../../people/create-team.ts';
import { changePassword, requireSession, type SignedEnv, signIn, signOut } from '../../people/sessions.ts';
import { channelsSeen } from '../../store/find-conversation.ts';
import type { ApiContext } from '../api-context.ts';
import { FieldError, readAnyText, readText } from '../fields.ts';
import { problem } from '../problem.ts';
import { readFields } from '../read-json.ts';

const MAX_EMAIL = 254;

/** `/api/session`: signing in and out. */
export function sessionRoutes(context: ApiContext): Hono<SignedEnv> {
  const { team, db, clientAddress } = context;
  const routes = new Hono<SignedEnv>();
  routes.post('/', async (c) => {
    const fields = await readFields(c.req);
    const email = readText(fields.email, 'email', MAX_EMAIL);
    const password = readAnyText(fields.password, 'password', MAX_PASSWORD);
    const answer = await signIn(team, c, clientAddress(c), { email, password });
    if (answer.status === 429) return tooManyTries(c, answer.headers.get('x-retry-after'));
    if (!answer.ok) return problem(c, 401, 'E-mail and password do not belong together.');
    for (const cookie of answer.headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
    const { user } = (await answer.json()) as { user: { id: string } };
    const agent = (await team.list()).find(({ id }) => id === user.id);
    return agent ? c.json(await toSession(agent)) : problem(c, 401, 'E-mail and password do not belong together.');
  });
  routes.get('/', requireSession(team), async (c) => c.json(await toSession(c.get('signed').agent)));
  routes.delete('/', async (c) => {
    const answer = await signOut(team, c, clientAddress(c));
    for (const cookie of answer.headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
    return c.body(null, 204);
  });
  routes.post('/password', requireSession(team), async (c) => {
    const fields = await readFields(c.req);
    const current = readAnyText(fields.current ?? '', 'current', MAX_PASSWORD);
    const next = readAnyText(fields.next, 'next', MAX_PASSWORD);
    if (next.length < MIN_PASSWORD) throw new FieldError(`A password has at least ${MIN_PASSWORD} characters.`);
    const cookies = await changePassword(team, c, c.get('signed').agent.id, { current, next });
    if (!cookies) return problem(c, 403, 'That is not the present password.');
    for (const cookie of cookies) c.header('set-cookie', cookie, { append: true });
    return c.body(null, 204);
  });
  return routes;

  async function toSession(agent: ReturnType<typeof toAgent>): Promise<Session> {
    const seen = await channelsSeen(db);
    return {
      agent,
      hasPassword: await team.hasPassword(agent.id),
      maxUploadBytes: MAX_UPLOAD_BYTES,
      uploadsArePublic: context.publicUrl !== undefined,
      channels: seen.length > 0 ? seen : [...CHANNELS],
    };
  }
}

function tooManyTries(c: Context, seconds: string | null): Response {
  c.header('retry-after', seconds ?? '60');
  return problem(c, 429, `Too many tries. Try again in ${seconds ?? '60'} seconds.`);
}
