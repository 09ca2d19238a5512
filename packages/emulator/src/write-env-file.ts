import { readFile, writeFile } from 'node:fs/promises';
import { FIRST_WORDS } from './describe-settings.ts';
import { EmulatorError } from './emulator-error.ts';
import { codeOf } from './error-code.ts';

/** Keys are for their owner. */
const OWNER_ONLY = 0o600;

/**
 * Refuses a file that holds something else than the settings of an emulator: it may have the keys of a real project.
 *
 * @throws {@link EmulatorError} naming the file
 */
export async function checkEnvFile(path: string): Promise<void> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return '';
    throw cannotWrite(path, error);
  });
  if (text !== '' && !text.startsWith(FIRST_WORDS))
    throw new EmulatorError(`--write-env ${path} has other settings than an emulator's, and stays as it is. Choose another name.`);
}

/** @throws {@link EmulatorError} naming the file */
export async function writeEnvFile(path: string, settings: string): Promise<void> {
  await writeFile(path, settings, { mode: OWNER_ONLY }).catch((error: unknown) => {
    throw cannotWrite(path, error);
  });
}

function cannotWrite(path: string, cause: unknown): EmulatorError {
  return new EmulatorError(`--write-env ${path} cannot be written: ${codeOf(cause) ?? 'no reason given'}.`, { cause });
}
