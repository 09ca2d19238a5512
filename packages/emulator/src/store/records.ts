import type {
  AppMessage,
  AppResponse,
  BatchStatus,
  ChannelIdentity,
  Contact,
  ContactMessage,
  Conversation,
  ConversationEvent,
  ConversationMessage,
  OmniMessageOverride,
  ProcessingMode,
  Reason,
  V2TemplateResponse,
  V2TemplateTranslation,
  Webhook,
} from '@convapi/core';

/** A resource with an id, as the API shows it. */
type WithId<T> = T & { id: string };

export type AppRecord = WithId<AppResponse>;
export type WebhookRecord = WithId<Webhook> & { app_id: string };
export type ContactRecord = WithId<Contact> & { channel_identities: ChannelIdentity[] };
export type ConversationRecord = WithId<{ -readonly [Key in keyof Conversation]: Conversation[Key] }> & {
  app_id: string;
  contact_id: string;
};

/** Which of the two stores of the service a message lies in. */
export type MessageSource = 'CONVERSATION_SOURCE' | 'DISPATCH_SOURCE';

export interface MessageRecord {
  id: string;
  appId: string;
  source: MessageSource;
  acceptedMs: number;
  /** When the retention policy of the app deletes it, in milliseconds since 1970; `null` for never. */
  expiresMs: number | null;
  wire: WithId<ConversationMessage>;
}

export interface EventRecord {
  id: string;
  appId: string;
  acceptedMs: number;
  /** As of messages. */
  expiresMs: number | null;
  wire: ConversationEvent;
}

/** What a handset showed or wrote, or did not get, kept in either mode and whatever the app stores. */
export interface HandsetMessage {
  /** When it came here among all that happens: what comes later has a higher number. */
  seq: number;
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

/** Whom a message or an event is exchanged with. In DISPATCH mode there is neither contact nor conversation. */
export interface Party {
  mode: ProcessingMode;
  contact?: ContactRecord;
  conversation?: ConversationRecord;
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

export interface TemplateRecord {
  wire: V2TemplateResponse & { translations: V2TemplateTranslation[] };
  /** Every version of every translation there ever was, oldest first. */
  history: V2TemplateTranslation[];
}

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
