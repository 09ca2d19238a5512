import type { WebhookTrigger } from '@convapi/core';

/** Something that an app is told. */
export interface News {
  trigger: WebhookTrigger;
  appId: string;
  payload: object;
  /** Whom it is about, so that callbacks about one contact keep their order. */
  lane: string;
  /** When the API took the request behind it, in milliseconds; default now. */
  acceptedMs?: number | undefined;
  messageMetadata?: string | undefined;
  correlationId?: string | undefined;
  /** A URL of the message that takes the place of the app's webhooks. */
  callbackUrl?: string | undefined;
}

/** Tells the webhooks of an app, and the log. */
export type Publish = (news: News) => void;

/** News that are due later. */
export interface PublishJob {
  kind: 'publish';
  news: News;
}
