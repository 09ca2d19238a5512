import type { ClientCredentials, WebhookTrigger } from '@convapi/core';

/** One try to hand over a callback. */
export interface CallbackAttempt {
  time: string;
  /** HTTP status of the receiver's answer; absent when none came. */
  status?: number;
  /** Why no answer came. */
  error?: string;
}

/** A callback, where it went and what became of it. */
export interface CallbackRecord {
  id: string;
  trigger: WebhookTrigger;
  app_id: string;
  /** The webhook it belongs to; `null` when it went to the `callback_url` of a message. */
  webhook_id: string | null;
  target: string;
  /**
   * `pending` until the receiver takes it or the retries end; `delivered` after a 2xx; `dropped` when the receiver refused it or
   * never took it; `refused` when the emulator did not send it, because the target is no loopback address.
   */
  state: 'pending' | 'delivered' | 'dropped' | 'refused';
  /** Headers of the last attempt. */
  headers: Record<string, string>;
  /** The body exactly as sent, so that its signature can be checked. */
  body: string;
  /** The same, parsed. */
  event: Record<string, unknown>;
  attempts: CallbackAttempt[];
}

/** A callback that has to go out. */
export interface CallbackJob {
  trigger: WebhookTrigger;
  appId: string;
  webhookId: string | null;
  target: string;
  secret: string | undefined;
  /** Where to get the token that the receiver wants to see. */
  credentials: ClientCredentials | undefined;
  /** Callbacks of one webhook and one lane keep their order. */
  lane: string;
  body: string;
}
