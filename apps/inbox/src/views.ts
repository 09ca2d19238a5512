import type { Content } from './content/content.ts';
import type { ReasonView, SwitchView } from './content/to-delivery.ts';

/** A message as the API gives it. */
export interface MessageView {
  id: string;
  /** What is done with the message is done in this conversation, whichever is open. */
  conversationId: string;
  direction: 'in' | 'out';
  /** Empty as long as no channel is known. */
  channel: string;
  /** RFC 3339. */
  at: string;
  content: Content;
  /** What an inbound message answers; empty when it answers nothing that is known. */
  replyTo: string;
  /** `received` for inbound messages; `unsent` and `unsure` are own sends that did not, or perhaps did not, leave. */
  status: 'received' | 'sending' | 'unsent' | 'unsure' | 'accepted' | 'queued' | 'delivered' | 'read' | 'failed';
  /** With `unsent`, `unsure` and `failed`. */
  reason?: ReasonView;
  /** With `failed`: it was sent again, as another message. */
  resent?: true;
  switches: SwitchView[];
}

/** A conversation as the API gives it. */
export interface ConversationView {
  id: string;
  /** Name of the contact; the address when it has none. */
  name: string;
  /** Where the contact last wrote. */
  channel: string;
  /** The contact's address there: a phone number with `+`, or the channel's user id. */
  channelIdentity: string;
  /** All known addresses, the one that wrote last first. */
  addresses: { channel: string; identity: string }[];
  unread: number;
  last: { preview: string; direction: 'in' | 'out'; status: MessageView['status']; at: string };
}

/** What `GET /api/events` sends with each event named `conversation`. */
export interface LiveEvent {
  /** The conversation in which something changed. */
  conversationId: string;
}
