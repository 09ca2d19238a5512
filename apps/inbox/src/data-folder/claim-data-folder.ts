import { join, resolve } from 'node:path';
import { ConvapiError, isConvapiError } from '@convapi/core';
import { SILENT } from '../inbox-logger.ts';
import type { InboxOptions } from '../inbox-options.ts';
import type { DataFolder } from './data-folder.ts';
import { lockFile } from './lock-file.ts';
import { makePrivateFolder } from './private-folder.ts';

/**
 * Takes the data folder, when one is named, for this inbox alone: before anything in it is read or written.
 *
 * @throws ConvapiError when another inbox has it, others may read it, or it cannot be made.
 */
export async function claimDataFolder(options: InboxOptions): Promise<DataFolder | undefined> {
  const { dataDir, logger = SILENT, now = Date.now } = options;
  if (dataDir === undefined) return undefined;
  const path = resolve(dataDir);
  try {
    await makePrivateFolder(path, logger);
    const { release, holder } = await lockFile(join(path, 'inbox.lock'), now);
    if (release) return { path, release };
    throw new ConvapiError(
      `[@convapi/inbox] Another inbox has the folder ${path} open: ${holder}. Nothing was changed. Stop that one first, or name another folder.`,
    );
  } catch (cause) {
    if (isConvapiError(cause)) throw cause;
    throw new ConvapiError(`[@convapi/inbox] The data folder ${path} cannot be used. Is it a folder, and writable?`, { cause });
  }
}
