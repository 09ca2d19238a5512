import type { AppMessage, ChannelIdentity, ContactMessage, OmniMessageOverride, ProcessingMode } from '@convapi/core';

/** What a handset showed or wrote, or did not get, kept in either mode and whatever the app stores. */
export interface HandsetMessage {
  message_id: string;
  app_id: string;
  channel: string;
  identity: string;
  direction: 'TO_CONTACT' | 'TO_APP';
  /** What the app sent, or what the contact wrote. */
  message: AppMessage | OmniMessageOverride | ContactMessage;
  /**
   * State of the message on this channel: `QUEUED_ON_CHANNEL`, `DELIVERED` or `READ`, or `FAILED` where it ended and nobody got it; for what
   * the contact wrote `RECEIVED`, or `READ` once the app marked it.
   */
  status: 'QUEUED_ON_CHANNEL' | 'DELIVERED' | 'READ' | 'RECEIVED' | 'FAILED';
  /** The `message_metadata` that the app sent along. */
  metadata: string;
  /** The `channel_properties` of the message that this channel heeds. */
  channel_properties?: Readonly<Record<string, string>>;
  time: string;
}

/** What reports on a message need to know of it. */
export interface DeliveryHead {
  messageId: string;
  app: { id: string };
  party: { mode: ProcessingMode; contact?: { id: string }; conversation?: { id: string } };
  /** Addresses to try, first to last. */
  addresses: ChannelIdentity[];
  metadata: string;
  correlationId: string;
  callbackUrl?: string | undefined;
  acceptedMs: number;
  /** Metadata of the FAILED report, where they differ from `metadata`. */
  failedMetadata?: string | undefined;
  /** How many SMS the text takes; only where the message limits them. */
  smsParts?: number | undefined;
}
