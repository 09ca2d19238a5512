import process from 'node:process';

/** `all` writes every picture anew, `new` writes those that are missing, `none` writes nothing. */
export type UpdateMode = 'all' | 'new' | 'none';

/**
 * What the options say, else UPDATE_MESSAGES, else the runner (`-u`, `--ci`), else whether this is CI.
 *
 * @param state The snapshot state of the runner, which is no public type of either.
 */
export function toUpdateMode(option: UpdateMode | undefined, state: unknown): UpdateMode {
  const { UPDATE_MESSAGES, CI } = process.env;
  if (option !== undefined) return option;
  if (isOn(UPDATE_MESSAGES)) return 'all';
  return modeOfRunner(state) ?? (isOn(CI) ? 'none' : 'new');
}

/** The first name is vitest's, the second jest's. */
function modeOfRunner(state: unknown): UpdateMode | undefined {
  if (typeof state !== 'object' || state === null) return undefined;
  const { snapshotUpdateState, _updateSnapshot } = state as Record<string, unknown>;
  const mode = snapshotUpdateState ?? _updateSnapshot;
  return mode === 'all' || mode === 'new' || mode === 'none' ? mode : undefined;
}

function isOn(variable: string | undefined): boolean {
  return variable !== undefined && variable !== '' && variable !== '0' && variable !== 'false';
}
