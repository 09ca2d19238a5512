import { createHash, randomBytes } from 'node:crypto';
import { linkSync, lstatSync, renameSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { codeOf } from '../error-code.ts';

/** Characters that the names of what is on its way add to the name of a lock. */
export const SUFFIX_LENGTH = 9;

/** What they add, as a pattern: to sockets that are not yet the lock, and to those that come after a dead one. */
export const SUFFIX = '-[0-9a-f]{8}';

/** A name for a socket that is to become the lock. */
export function ownName(path: string): string {
  return `${path}-${randomBytes(4).toString('hex')}`;
}

/**
 * Gives a socket that is listened on the name of a lock, if no other has it that is listened on. A name goes to one alone, because a link
 * is made by one alone; and who comes after a dead socket is the one that made the link named after that socket. So nobody who looked at
 * the lock a while ago can take it from one that came meanwhile.
 *
 * @param own another name of the socket, which it loses
 * @throws what the file system says when it cannot do that
 */
export async function claimName(own: string, path: string): Promise<'taken' | 'in use'> {
  for (;;) {
    if (linked(own, path)) {
      rmSync(own, { force: true });
      return 'taken';
    }
    const dead = await findDead(path);
    if (dead === 'answered') return 'in use';
    if (dead === 'gone') continue;
    const outcome = await succeed(own, path, dead);
    if (outcome !== 'too late') return outcome;
  }
}

/** Takes the place of a dead socket, unless somebody else has. */
export async function succeed(own: string, path: string, dead: string): Promise<'taken' | 'in use' | 'too late'> {
  const names = [nameAfter(path, dead)];
  for (;;) {
    const name = names[0] as string;
    if (linked(own, name)) break;
    const next = await findDead(name);
    if (next === 'answered') return 'in use';
    if (next === 'gone') return 'too late';
    // It ended on the way: who comes after it comes after both.
    names.unshift(nameAfter(path, next));
  }
  // Only with that link at hand: from now on nobody else comes after the dead one, and if somebody has by now, this shows it.
  const isStill = identityOf(path) === dead;
  if (isStill) renameSync(own, path);
  for (const name of isStill ? names : names.slice(0, 1)) rmSync(name, { force: true });
  return isStill ? 'taken' : 'too late';
}

/** The name of the one that comes after a dead socket. */
export function nameAfter(path: string, dead: string): string {
  return `${path}-${createHash('sha256')
    .update(dead)
    .digest('hex')
    .slice(0, SUFFIX_LENGTH - 1)}`;
}

/** @returns whether the link was made; it is not where the name is there already */
function linked(own: string, name: string): boolean {
  try {
    linkSync(own, name);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** The identity of the socket of this name, if nobody listens on it. */
async function findDead(name: string): Promise<string | 'answered' | 'gone'> {
  const before = identityOf(name);
  if (before === undefined) return 'gone';
  if (await isAnswered(name)) return 'answered';
  // Asked before and after: otherwise it may have been another one that gave no answer.
  return identityOf(name) === before ? before : 'gone';
}

/** Tells sockets apart that had the same name one after the other. Links do not change it. */
export function identityOf(name: string): string | undefined {
  const found = lstatSync(name, { bigint: true, throwIfNoEntry: false });
  return found && `${found.dev}:${found.ino}:${found.mtimeNs}`;
}

/** Does somebody listen? One whose rights are not enough to ask is somebody. */
function isAnswered(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', (error) => resolve(!['ECONNREFUSED', 'ENOENT', 'ENOTSOCK'].includes(codeOf(error) ?? '')));
  });
}
