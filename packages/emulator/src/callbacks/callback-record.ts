import type { ClientCredentials, WebhookTrigger } from '@convapi/core';

/** One try to hand over a callback. */
export interface CallbackAttempt {
  /** The emulator's time, RFC 3339. */
  time: string;
  /** HTTP status of the receiver's answer; absent when none came. */
  status?: number;
  /** Why no answer came. */
  error?: string;
  /** How long it took, in milliseconds of real time; absent when nothing was sent. */
  ms?: number;
}

/** A callback, where it went and what became of it. */
export interface CallbackRecord {
  /** When it was made among all that happens: what comes later has a higher number. */
  seq: number;
  id: string;
  trigger: WebhookTrigger;
  app_id: string;
  /** The webhook it belongs to; `null` when it went to the `callback_url` of a message. */
  webhook_id: string | null;
  target: string;
  /** When it was made, in the emulator's time, RFC 3339. */
  time: string;
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
  /** Id of the callback that it repeats elsewhere. */
  resend_of?: string;
  /** It was asked for as a sample: nothing happened. */
  sample?: true;
}

/** Where a callback comes from, if nothing happened just now. */
export type CallbackOrigin = Pick<CallbackRecord, 'resend_of' | 'sample'>;

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
