import { EmulatorError } from '../emulator-error.ts';

/** Longest delay that setTimeout takes, in milliseconds: given more, it fires at once. */
export const LONGEST_TIMEOUT_MS = 2_147_483_647;

/** Last moment of the emulator's time, in milliseconds since 1970: timestamps of the API have four digits for the year. */
export const LATEST_MS = Date.UTC(9999, 11, 31);

/** @throws {@link EmulatorError} for a time that no timer holds */
export function checkTimeout(name: string, ms: number): void {
  if (ms >= 0 && ms <= LONGEST_TIMEOUT_MS) return;
  throw new EmulatorError(`${name} is ${ms}. Use a number from 0 to ${LONGEST_TIMEOUT_MS}: a timer holds no more milliseconds.`);
}
