import type { AppMessage } from '@convapi/core';
import type { AppRecord } from '../../apps/index.ts';
import type { DeliveryHead } from '../../channels/index.ts';
import type { Party } from '../../conversations/index.ts';

/** A message on its way. */
export interface Delivery extends DeliveryHead {
  app: AppRecord;
  party: Party;
  message: AppMessage;
  channelProperties: Readonly<Record<string, string>>;
  /** `message_content_type`: the opt-out list that counts. */
  contentType: string;
  /** When it is too late to try, in milliseconds since 1970; `null` for never. */
  expiresMs: number | null;
}
