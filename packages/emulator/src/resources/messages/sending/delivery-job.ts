import type { AppMessage, ChannelIdentity, OmniMessageOverride } from '@convapi/core';
import type { Delivery } from './delivery.ts';

/** How often an address was tried again, and since when. */
export interface Retry {
  count: number;
  /** The first temporary failure, in milliseconds since 1970. */
  firstMs: number;
}

/** An address that is tried, and what it gets. */
export interface Try {
  address: ChannelIdentity;
  content: AppMessage | OmniMessageOverride;
  retry?: Retry;
}

/** The steps of a message through its channels. */
export type DeliveryJob =
  | { kind: 'deliver'; delivery: Delivery; index: number; retry?: Retry }
  | ({ kind: 'channel-answer'; delivery: Delivery; index: number } & Try)
  | { kind: 'report-time-out'; delivery: Delivery; index: number; seconds: number }
  | { kind: 'ttl-over'; delivery: Delivery; index: number };
