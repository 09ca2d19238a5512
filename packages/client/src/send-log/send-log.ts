import type { SendMessageRequest } from '@convapi/core';

/** A send that was begun. Its key is the `message_metadata` of the request. */
export interface SendLogEntry {
  key: string;
  request: SendMessageRequest;
  /** When it was begun, in milliseconds since 1970. */
  begunAtMs: number;
}

/** How a send ended: the service took it, or it is certain that it did not. */
export type SendOutcome =
  | { state: 'sent'; message_id?: string | undefined; accepted_time?: string | undefined }
  | { state: 'failed'; reason: string };

/** What a log knows of a key when a send begins: nothing so far, that it was begun and not settled, or how it ended. */
export type SendLogState = { state: 'new' } | { state: 'open'; begunAtMs: number } | SendOutcome;

/**
 * Remembers sends across crashes: a row before each, and what came of it. {@link withSendLog} keeps it, {@link recoverSends}
 * reads it at the start. `fileSendLog` of `@convapi/client/file-send-log` is one for a single process; a table with the key
 * as its primary key makes one for several.
 */
export interface SendLog {
  /**
   * Notes that a send begins, and resolves when that would survive a crash. An entry whose key is known already, and did not
   * end as `failed`, is left as it is; what is known comes back. One caller alone may get `new` for a key.
   */
  begin(entry: SendLogEntry): Promise<SendLogState>;
  /** Notes how a send ended, and resolves when that would survive a crash. */
  settle(key: string, outcome: SendOutcome): Promise<void>;
  /** The entries that were begun and not settled, oldest first. */
  open(): Promise<SendLogEntry[]>;
}
