import { isApiError, isConnectionError, isConvapiError, isDeliveryUnknownError } from '@convapi/core';
import type { Passage } from './treatments.ts';

/**
 * What the client said of a send: done; taken, but the answer cannot be read; nobody knows; or not done, whatever the reason.
 */
export type Claim = 'confirmed' | 'taken' | 'unknown' | 'failed';

/** A send and what became of it. */
export interface Sent {
  /** Its `message_metadata`. */
  key: string;
  appId: string;
  sentAtMs: number;
  /** From the answer. */
  messageId?: string | undefined;
  error?: unknown;
}

/** The sends of one mode, counted. */
export interface Account {
  confirmed: number;
  /** Said to be taken although the answer could not be read. */
  taken: number;
  'unknown, is there': number;
  'unknown, is not there': number;
  'failed, is not there': number;
  /** Said to have failed, and is there: whoever sends it again doubles it. */
  'failed, is there': number;
  /** Said to be done or taken, and is not there. */
  lost: number;
  /** Confirmed with an id that is not that of the message. */
  'wrong id': number;
  'doubled by the client': number;
  'doubled by the proxy': number;
  'sent more than once': number;
}

/** What the client said. */
export function claimOf({ error, messageId }: Sent): Claim {
  if (error === undefined && messageId) return 'confirmed';
  if (isDeliveryUnknownError(error)) return 'unknown';
  if (isConnectionError(error) && error.status !== undefined && error.status < 300) return 'taken';
  const unreadable = isConvapiError(error) && !isApiError(error) && error.message.includes('was taken');
  return unreadable ? 'taken' : 'failed';
}

/**
 * Holds what the client said of each send against what the service has.
 *
 * @param idsOf ids of the messages with these metadata that reached a handset
 */
export function accountFor(sends: Sent[], idsOf: Map<string, string[]>, passages: Map<string, Passage>): Account {
  const account: Account = {
    confirmed: 0,
    taken: 0,
    'unknown, is there': 0,
    'unknown, is not there': 0,
    'failed, is not there': 0,
    'failed, is there': 0,
    lost: 0,
    'wrong id': 0,
    'doubled by the client': 0,
    'doubled by the proxy': 0,
    'sent more than once': 0,
  };
  for (const sent of sends) {
    const ids = idsOf.get(sent.key) ?? [];
    const { arrived = 0, duplicated = 0 } = passages.get(sent.key) ?? {};
    account[rowOf(claimOf(sent), ids.length > 0)] += 1;
    if (sent.messageId && ids.length > 0 && !ids.includes(sent.messageId)) account['wrong id'] += 1;
    account['doubled by the client'] += Math.max(0, ids.length - duplicated - 1);
    account['doubled by the proxy'] += duplicated;
    if (arrived > 1) account['sent more than once'] += 1;
  }
  return account;
}

function rowOf(claim: Claim, isThere: boolean): keyof Account {
  if (claim === 'confirmed' || claim === 'taken') return isThere ? claim : 'lost';
  return `${claim}, ${isThere ? 'is there' : 'is not there'}`;
}

/** A table with a column for each mode. */
export function toTable(columns: Record<string, Record<string, number | string>>): string {
  const names = [...new Set(Object.values(columns).flatMap((column) => Object.keys(column)))];
  const lines = [
    ['', ...Object.keys(columns)],
    ...names.map((name) => [name, ...Object.values(columns).map((column) => String(column[name] ?? ''))]),
  ];
  const [firstWidth, otherWidth] = [Math.max(...names.map((name) => name.length)), 16];
  return lines.map(([name = '', ...cells]) => name.padEnd(firstWidth) + cells.map((cell) => cell.padStart(otherWidth)).join('')).join('\n');
}
