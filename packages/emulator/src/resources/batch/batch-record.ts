import type { BatchStatus } from '@convapi/core';

/** A batch of messages. */
export interface BatchRecord {
  id: string;
  appId: string;
  status: BatchStatus;
  metadata: Record<string, unknown>;
  /** `send_after` as it was given. */
  sendAfter?: string | undefined;
  /** When it is sent, in milliseconds since 1970. */
  dueMs: number;
}
