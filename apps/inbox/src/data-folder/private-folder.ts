import { chmod, mkdir, readdir, stat } from 'node:fs/promises';
import { ConvapiError } from '@convapi/core';
import type { InboxLogger } from '../inbox-logger.ts';

const OWNER_ONLY = 0o700;
const OTHERS = 0o077;
/** Names that only an inbox leaves in a folder: the database's mark, and the lock that comes before it. */
const MARKS: readonly string[] = ['PG_VERSION', 'inbox.lock'];

/**
 * Makes the folder, for its owner only. One that is there already with wider rights is tightened when it is an inbox's or
 * empty, and refused when it holds something else: that may be meant for others.
 *
 * @throws ConvapiError when the folder stays open to others.
 */
export async function makePrivateFolder(path: string, logger: InboxLogger): Promise<void> {
  await mkdir(path, { recursive: true, mode: OWNER_ONLY });
  // There are no such rights on Windows: a folder has those of the folder that it is in.
  if (process.platform === 'win32') return;
  const before = await rightsOf(path);
  if (before === OWNER_ONLY) return;
  const wasOpen = (before & OTHERS) !== 0;
  if (wasOpen && !(await isOurs(path))) throw refusal(path, 'and holds other things');
  // Some file systems refuse this, others take it and change nothing.
  const cause = await chmod(path, OWNER_ONLY).catch((error: unknown) => error);
  if (((await rightsOf(path)) & OTHERS) !== 0) throw refusal(path, 'and its rights could not be changed', cause);
  if (wasOpen) logger.warn(`The folder ${path} was open to other users of this machine. It is now for its owner only.`);
}

async function rightsOf(path: string): Promise<number> {
  return (await stat(path)).mode & (OWNER_ONLY | OTHERS);
}

async function isOurs(path: string): Promise<boolean> {
  const names = await readdir(path);
  return names.length === 0 || names.some((name) => MARKS.includes(name));
}

function refusal(path: string, why: string, cause?: unknown): ConvapiError {
  const advice = 'Conversations would be open to other users of this machine. Name a folder that the inbox can make, e.g. one inside of it';
  return new ConvapiError(`[@convapi/inbox] The folder ${path} is open to others, ${why}. ${advice}.`, { cause });
}
