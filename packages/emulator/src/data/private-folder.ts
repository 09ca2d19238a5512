import { chmodSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { EmulatorError } from '../emulator-error.ts';
import { reasonOf } from '../error-code.ts';
import { SUFFIX } from './claim-name.ts';
import { LOCK_NAME } from './lock-folder.ts';

/** Name of the file that holds the state. */
export const STATE_NAME = 'state.log';

/** The same while it is written anew. */
export const NEW_STATE_NAME = 'state.log.new';

/** Written to see whether there is space. */
export const SPACE_NAME = 'space-check';

/** Rights of the folder and of what is in it: secrets of webhooks lie there as they are. */
const FOLDER_MODE = 0o700;
export const FILE_MODE = 0o600;

const OTHERS = 0o077;

const OURS: readonly string[] = [STATE_NAME, NEW_STATE_NAME, SPACE_NAME, LOCK_NAME];

/** What is left of a process that ended while it took the lock. */
const LEFT_LOCK = new RegExp(`^${LOCK_NAME}${SUFFIX}$`);

/**
 * Makes the folder, or looks whether the one that is there can be used, and keeps other users out of it.
 *
 * @param tell hears that rights were changed
 * @throws {@link EmulatorError} saying why it cannot be used; it stays as it was then
 */
export function preparePrivateFolder(path: string, tell: (message: string) => void): void {
  let names: string[];
  try {
    mkdirSync(path, { recursive: true, mode: FOLDER_MODE });
    names = readdirSync(path);
  } catch (error) {
    throw new EmulatorError(`Cannot use ${path} as data folder: ${reasonOf(error)}. Choose another one.`, { cause: error });
  }
  if (existsSync(join(path, 'CURRENT')) && !names.includes(STATE_NAME)) {
    throw new EmulatorError(
      `The data folder ${path} was written by an earlier version of the emulator, which kept its state in LevelDB. Choose another folder; to take the state along, start that version on it, save GET /_emulator/snapshot, and give the file to --seed.`,
    );
  }
  if (names.some((name) => !OURS.includes(name) && !LEFT_LOCK.test(name))) {
    throw new EmulatorError(`The folder ${path} holds other files. Choose an empty one for the data, or one that does not exist.`);
  }
  // There, others have no rights but those that the folder above gives.
  if (process.platform !== 'win32') closeToOthers(path, tell);
}

function closeToOthers(path: string, tell: (message: string) => void): void {
  if ((statSync(path).mode & OTHERS) === 0) return;
  try {
    chmodSync(path, FOLDER_MODE);
  } catch (error) {
    const reason = 'other users may read it, and the secrets of webhooks would lie in it';
    throw new EmulatorError(`Cannot use ${path} as data folder: ${reason}. Make it yours alone (chmod 700), or choose another one.`, {
      cause: error,
    });
  }
  const isClosed = (statSync(path).mode & OTHERS) === 0;
  tell(
    isClosed
      ? `The data folder ${path} was open to other users. It is yours alone now (mode 700), because secrets of webhooks lie in it.`
      : `The data folder ${path} is open to other users, and its disk knows no rights. Secrets of webhooks lie in it.`,
  );
}
