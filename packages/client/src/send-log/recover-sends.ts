import { isDeliveryUnknownError } from '@convapi/core';
import type { Resources } from '../generated/resources.ts';
import type { SendLog } from './send-log.ts';

/** What became of the sends that were open. */
export interface RecoveredSends {
  /** How many are with the service now: found there, or sent again because they were absent. */
  sent: number;
  /** Those that the service refuses, by key. */
  failed: { key: string; error: unknown }[];
  /** Those whose outcome could not be learned, by key; they stay open. */
  unknown: { key: string; error: unknown }[];
}

/**
 * Settles the sends that a crash left open, oldest first: each is looked up, and sent again only when it is absent. To be
 * called at the start, before anything else sends.
 *
 * @param client - One made by `withSendLog` with the same log.
 * @throws What the log throws.
 */
export async function recoverSends(client: Pick<Resources, 'messages'>, log: SendLog): Promise<RecoveredSends> {
  const result: RecoveredSends = { sent: 0, failed: [], unknown: [] };
  for (const { key, request } of await log.open()) {
    try {
      await client.messages.send(request);
      result.sent += 1;
    } catch (error) {
      result[isDeliveryUnknownError(error) ? 'unknown' : 'failed'].push({ key, error });
    }
  }
  return result;
}
