import type { AppMessage, ChannelIdentity, ContactMessage, OmniMessageOverride, ProcessingMode, Reason } from '@convapi/core';

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
  /** When it came here, in the emulator's time. */
  time: string;
  delivered_at?: string;
  read_at?: string;
  /** Why it failed here. */
  reason?: Reason;
  /** The channel that was tried next, where this one failed. */
  next_channel?: string;
  /** Emojis on it, the last one of each side. */
  reactions?: readonly HandsetReaction[];
}

/** An emoji that somebody put on a message. */
export interface HandsetReaction {
  from: 'contact' | 'app';
  emoji: string;
  time: string;
}

/** Somebody is typing right now. */
export interface HandsetTyping {
  from: 'contact' | 'app';
  app_id: string;
  since: string;
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
