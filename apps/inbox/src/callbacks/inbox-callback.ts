import type { WebhookEvent } from '@convapi/core';
import type { WebhookRefusalReason } from '@convapi/webhook-verifier';

/** What became of a request to `/webhook`. */
export type InboxCallback =
  | {
      outcome: 'verified';
      /** The callback; `event.trigger` names its kind. */
      event: WebhookEvent;
      /** Did it bring something new? `false` for repetitions and for kinds that the inbox does not show. */
      stored: boolean;
    }
  | {
      outcome: 'refused';
      /** Why; `data_refused` for what the database does not take. */
      reason: WebhookRefusalReason | 'data_refused';
      /** The same in words. */
      message: string;
    };
