import { rulesOf } from './channel-rules.ts';

const HOUR_MS = 3_600_000;

/** For how many milliseconds a message of the contact can be quoted on a channel; undefined where quotes are not shown. */
export function quotableMs(channel: string): number | undefined {
  const hours = rulesOf(channel).limits.replyToHours?.most;
  return hours === undefined ? undefined : hours * HOUR_MS;
}
