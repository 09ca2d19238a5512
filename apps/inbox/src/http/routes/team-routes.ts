import { Hono } from 'hono';
import type { ChangeAgent } from '../../api/contract.ts';
import { isTaken } from '../../database/errors.ts';
import { isLastAdmin } from '../../people/create-team.ts';
import { requireAdmin, type SignedEnv } from '../../people/sessions.ts';
import { type ApiContext, baseUrlOf } from '../api-context.ts';
import { FieldError, readOneOf, readText } from '../fields.ts';
import { problem } from '../problem.ts';
import { readFields } from '../read-json.ts';

const ROLES = ['agent', 'admin'] as const;
const MAX_NAME = 100;
const MAX_EMAIL = 254;
/** Whoever is invited gets the link; a mistyped address is found out then. */
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** `/api/team`: who works with the inbox. */
export function teamRoutes(context: ApiContext): Hono<SignedEnv> {
  const { team } = context;
  const routes = new Hono<SignedEnv>();
  routes.get('/', async (c) => c.json({ agents: await team.list() }));
  routes.post('/', requireAdmin, async (c) => {
    const fields = await readFields(c.req);
    const email = readText(fields.email, 'email', MAX_EMAIL).toLowerCase();
    if (!EMAIL.test(email)) throw new FieldError('"email" is not an e-mail address.');
    const name = readText(fields.name, 'name', MAX_NAME);
    const role = readOneOf(fields.role, 'role', ROLES);
    try {
      const agent = await team.add({ email, name, role });
      const signInUrl = `${baseUrlOf(context, c.req.url)}/sign-in?token=${await team.linkToken(email)}`;
      return c.json({ agent, signInUrl }, 201);
    } catch (error) {
      if (isTaken(error)) return problem(c, 409, 'Somebody has that e-mail address already.');
      throw error;
    }
  });
  routes.patch('/:id', requireAdmin, async (c) => {
    const fields = await readFields(c.req);
    const change: ChangeAgent = {};
    if (fields.name !== undefined) change.name = readText(fields.name, 'name', MAX_NAME);
    if (fields.role !== undefined) change.role = readOneOf(fields.role, 'role', ROLES);
    if (fields.active !== undefined) change.active = readOneOf(String(fields.active), 'active', ['true', 'false']) === 'true';
    try {
      const agent = await team.change(c.req.param('id'), change);
      return agent ? c.json(agent) : problem(c, 404, 'There is no such person.');
    } catch (error) {
      if (isLastAdmin(error)) return problem(c, 409, 'Nobody could manage the team after that. Make somebody else an admin first.');
      throw error;
    }
  });
  return routes;
}
