import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { and, asc, count, eq, sql } from 'drizzle-orm';
import type { Agent, ChangeAgent, NewAgent, Role } from '../api/contract.ts';
import { type Database, rowsOf } from '../database/database.ts';
import { account, session, user } from '../database/schema.ts';
import { transact } from '../database/transact.ts';
import { publish } from '../live/live-hub.ts';
import { AUTH_ORIGIN, type Auth, createAuth } from './create-auth.ts';

/** The people who work with an inbox. */
export interface Team {
  auth: Auth;
  list(): Promise<Agent[]>;
  /** @throws An error for which `isTaken` holds when the e-mail address is somebody's. */
  add(agent: NewAgent & { password?: string | undefined }): Promise<Agent>;
  /**
   * Undefined when there is no such person.
   *
   * @throws An error for which `isLastAdmin` holds when nobody could manage the team after it.
   */
  change(id: string, change: ChangeAgent): Promise<Agent | undefined>;
  /** The token of a link that signs somebody in, once. */
  linkToken(email: string): Promise<string>;
  hasPassword(id: string): Promise<boolean>;
  /** Fails as the database does. */
  ping(): Promise<void>;
}

export async function createTeam(db: Database, secure: boolean): Promise<Team> {
  const tokens = new Map<string, string>();
  const auth = await createAuth(db, secure, (email, token) => void tokens.set(email, token));
  return {
    auth,
    async list() {
      return (await db.select().from(user).orderBy(asc(user.name), asc(user.id))).map((row) => toAgent(row));
    },
    async add({ name, email, role, password }) {
      const hash = password === undefined ? undefined : await hashPassword(password);
      return transact(db, async (tx) => {
        const [floor] = await rowsOf<{ seq: number }>(tx, sql`SELECT coalesce(max(seq), 0) AS seq FROM messages`);
        const row = { id: randomUUID(), name, email: email.toLowerCase(), emailVerified: true, role, readFloor: Number(floor?.seq ?? 0) };
        const [added] = await tx.insert(user).values(row).returning();
        if (hash !== undefined) {
          await tx
            .insert(account)
            .values({ id: randomUUID(), accountId: row.id, providerId: 'credential', userId: row.id, password: hash });
        }
        await publish(tx, 'team', {});
        return toAgent(added as typeof user.$inferSelect);
      });
    },
    change: (id, change) => transact(db, (tx) => changeAgent(tx, id, change)),
    async linkToken(email) {
      const address = email.toLowerCase();
      await auth.api.signInMagicLink({ body: { email: address }, headers: new Headers({ origin: AUTH_ORIGIN }) });
      const token = tokens.get(address);
      tokens.delete(address);
      if (token === undefined) throw new Error('No link was made.');
      return token;
    },
    async ping() {
      await db.execute(sql`SELECT 1`);
    },
    async hasPassword(id) {
      const found = await db
        .select({ id: account.id })
        .from(account)
        .where(and(eq(account.userId, id), eq(account.providerId, 'credential')));
      return found.length > 0;
    },
  };
}

async function changeAgent(tx: Database, id: string, { name, role, active }: ChangeAgent): Promise<Agent | undefined> {
  const admins = eq(user.role, 'admin');
  // of two who take the last rights from each other at once, one waits here and is refused
  await tx.select({ id: user.id }).from(user).where(admins).for('update');
  const [changed] = await tx
    .update(user)
    .set({
      updatedAt: new Date(),
      ...(name === undefined ? {} : { name }),
      ...(role === undefined ? {} : { role }),
      ...(active === undefined ? {} : { active }),
    })
    .where(eq(user.id, id))
    .returning();
  if (!changed) return undefined;
  const [left] = await tx
    .select({ admins: count() })
    .from(user)
    .where(and(admins, eq(user.active, true)));
  if (left?.admins === 0) throw new LastAdmin();
  if (active === false) await tx.delete(session).where(eq(session.userId, id));
  await publish(tx, 'team', {});
  return toAgent(changed);
}

/** Undoes the transaction. */
class LastAdmin extends Error {}

export function isLastAdmin(error: unknown): boolean {
  return error instanceof LastAdmin;
}

export function toAgent({
  id,
  name,
  email,
  role,
  active,
}: {
  id: string;
  name: string;
  email: string;
  role?: string | null | undefined;
  active?: boolean | null | undefined;
}): Agent {
  return { id, name, email, role: (role ?? 'agent') as Role, active: active ?? true };
}
