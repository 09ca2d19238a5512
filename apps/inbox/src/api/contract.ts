import type { AppMessage, ContactMessage, V2TemplateResponse } from '@convapi/core';
import type { CheckIssue } from '@convapi/message-builder';

/*
 * The API between the page and the back: every shape that crosses it, and nothing else. Both sides import this file, which
 * holds types only, so that neither can drift from the other.
 *
 * - Everything under `/api` needs a session, except `POST /api/session` and the sign-in link. Without one: 401.
 * - Whatever changes something is JSON (uploads apart) and comes from the page's own origin, or it is refused (415, 403).
 * - Errors are `application/problem+json`: `Problem`. 400 is a request that can never be right, 403 not for this role,
 *   404 not there, 409 not possible in the present state, 413 too large, 422 a message that would be refused, 429 too many
 *   tries (with `retry-after` in seconds), 503 the database is away: the same request may be sent again.
 * - Times are RFC 3339 in UTC with milliseconds. Ids are opaque. Cursors are opaque, and valid until what they point at is deleted.
 */

/** The body of every answer that is not a success. */
export interface Problem {
  status: number;
  title: string;
  /** In words, for the person at the page. */
  detail: string;
  /** With 422: what is wrong with the message, and where. */
  issues?: CheckIssue[];
}

// ── Sessions and the team ───────────────────────────────────────────────────────────────────────────────────────────────

/** `admin` may also see and change the team, and delete saved replies of others. */
export type Role = 'agent' | 'admin';

/** Somebody who works with the inbox. */
export interface Agent {
  id: string;
  name: string;
  email: string;
  role: Role;
  /** False for somebody who has left: what they wrote stays, and they cannot sign in. */
  active: boolean;
}

/**
 * `POST /api/session` → 200 `Session`, with the cookie. 401 when e-mail and password do not belong together, whichever of them is
 * wrong; 429 after ten tries in a minute. `DELETE /api/session` → 204 ends it.
 */
export interface SignIn {
  email: string;
  password: string;
}

/** `GET /api/session` → `Session`; 401 when nobody is signed in. */
export interface Session {
  agent: Agent;
  /** False for somebody who came by a link and has no password yet. */
  hasPassword: boolean;
  /** The longest upload, in bytes. */
  maxUploadBytes: number;
  /** Can the channels fetch what is uploaded here? False when the inbox knows no public address of its own. */
  uploadsArePublic: boolean;
  /** Channels that the app has been seen to use, for a new conversation. All that the service knows, when none was seen. */
  channels: string[];
}

/** `POST /api/session/password` → 204. 403 when `current` is wrong. Ends all other sessions. */
export interface ChangePassword {
  /** Empty for somebody who has none yet (`Session.hasPassword`). */
  current: string;
  /** 10 to 128 characters. */
  next: string;
}

/** `GET /api/team` → everybody, by name. For whoever is signed in: assignment needs it. */
export interface Team {
  agents: Agent[];
}

/** `POST /api/team` (admin) → 201 `NewAgentResult`. 409 when the e-mail is taken. */
export interface NewAgent {
  name: string;
  email: string;
  role: Role;
}

/** The link signs the person in once, within 24 hours; there they choose a password. */
export interface NewAgentResult {
  agent: Agent;
  signInUrl: string;
}

/** `PATCH /api/team/:id` (admin) → `Agent`. `active: false` ends their sessions. 409 for the last active admin. */
export interface ChangeAgent {
  name?: string;
  role?: Role;
  active?: boolean;
}

// ── Conversations ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** `waiting` is for somebody else to act. A new message of the contact makes either of the others `open`. */
export type ConversationState = 'open' | 'waiting' | 'done';

/** Where the contact can be reached. */
export interface Address {
  /** `SMS`, `RCS`, `WHATSAPP`, … */
  channel: string;
  /** A phone number with `+`, or the channel's user id. */
  identity: string;
  /** When the contact last wrote from there; null when never. WhatsApp, Messenger and Instagram count their 24 hours from here. */
  lastInboundAt: string | null;
  /** The contact has opted out of this channel. */
  optedOut: boolean;
}

/** A conversation is all that was said with one contact, on all channels. */
export interface ConversationView {
  id: string;
  /** Name of the contact; the address when it has none. */
  name: string;
  /** Whether `name` is a name. */
  named: boolean;
  /** Where the contact last wrote, or was last reached. */
  channel: string;
  /** The contact's address there. */
  channelIdentity: string;
  /** All known addresses, the one that wrote last first. */
  addresses: Address[];
  state: ConversationState;
  /** `Agent.id`; null when nobody has it. */
  assigneeId: string | null;
  /** Messages of the contact that the person asking has not seen; 100 stands for 100 and more. */
  unread: number;
  /** How many of the last 50 own messages did not arrive and were not sent again. */
  failed: number;
  /** Null when nothing was said yet. */
  last: { summary: string; direction: Direction; status: MessageStatus; at: string } | null;
}

/**
 * `GET /api/conversations?state=&assignee=&unread=&channel=&q=&cursor=&limit=` → `ConversationPage`, newest message first.
 * Parameters that are left out do not filter. All are ANDed.
 */
export interface ConversationQuery {
  state?: ConversationState;
  /** `me`, `nobody`, or an `Agent.id`. */
  assignee?: string;
  unread?: 'true';
  channel?: string;
  /**
   * Words to look for, at most 200 characters: in the name, in addresses (with or without `+` and spaces), and in messages and
   * notes, where each word has to be the beginning of one.
   */
  q?: string;
  /** From `ConversationPage.next`. */
  cursor?: string;
  /** 1 to 100, default 50. */
  limit?: number;
}

export interface ConversationPage {
  conversations: ConversationView[];
  /** The cursor of the next page; null at the end. */
  next: string | null;
}

/** `GET /api/conversations/counts` → how many there are, for the filters. `unread` and `mine` count conversations, not messages. */
export interface ConversationCounts {
  open: number;
  waiting: number;
  done: number;
  /** Open, and mine. */
  mine: number;
  /** Open, and nobody's. */
  nobodys: number;
  /** With messages that the person asking has not seen. */
  unread: number;
}

/**
 * `POST /api/conversations` → 201 `{ conversation }`, or 200 with the one that is there. Nothing is sent yet. A phone number is
 * taken with spaces, dashes, brackets and `+`; 400 when it is none.
 */
export interface NewConversation {
  channel: string;
  identity: string;
  name?: string;
}

/** `GET /api/conversations/:id` → `{ conversation }`. */
export interface ConversationResult {
  conversation: ConversationView;
}

/** `PATCH /api/conversations/:id` → `{ conversation }`. What changed is an `event` in the thread, except the name. */
export interface ChangeConversation {
  state?: ConversationState;
  /** Null for nobody. */
  assigneeId?: string | null;
  /** Up to 200 characters; empty takes the name away. */
  name?: string;
}

/** `POST /api/conversations/:id/read` → 204. Marks everything up to that message, and what came before it, as seen by the person asking. */
export interface MarkRead {
  messageId: string;
}

/**
 * `POST /api/conversations/:id/merge` → `{ conversation }`. All of the other one becomes part of this one, which keeps its name if it
 * has one. Contacts of the service are merged there too, soon after. It cannot be undone.
 */
export interface MergeConversations {
  otherId: string;
}

// ── Messages and notes ──────────────────────────────────────────────────────────────────────────────────────────────────

/** `in` from the contact, `out` to the contact, `note` among the team, `event` something that happened to the conversation. */
export type Direction = 'in' | 'out' | 'note' | 'event';

/**
 * `received` and `noted` are final for `in`, and for `note` and `event`. An own message is `sending` (kept, and under way by itself, also
 * over restarts), then `accepted`, `queued`, `delivered`, `read`; or `failed` (a channel refused it), `unsent` (it surely did not leave),
 * `unsure` (nobody can know). It never goes back, except from `unsent` and `unsure` when it is sent again.
 */
export type MessageStatus =
  | 'received'
  | 'noted'
  | 'sending'
  | 'accepted'
  | 'queued'
  | 'delivered'
  | 'read'
  | 'failed'
  | 'unsent'
  | 'unsure';

/** Why something failed: the service's code (may be empty), what it means, and what the channel said (may be empty). */
export interface Reason {
  code: string;
  text: string;
  detail: string;
}

/** One channel gave up and another took over. `to` is empty until that is known. */
export interface ChannelSwitch {
  from: string;
  to: string;
  reason: Reason;
}

/** What happened to a conversation. */
export type ConversationEvent =
  | { kind: 'state'; state: ConversationState }
  | { kind: 'assigned'; agentId: string | null; agentName: string }
  | { kind: 'merged'; name: string }
  | { kind: 'opted_out' | 'opted_in'; channel: string };

/** A message as the service has it: what an agent or another program sent, or what a contact sent. Anything in it may come from a stranger. */
export type WireMessage = AppMessage | ContactMessage;

/** An entry of the thread. */
export interface MessageView {
  id: string;
  /** What is done with the message is done in this conversation, whichever is open. */
  conversationId: string;
  direction: Direction;
  /** Empty as long as no channel is known, and for notes and events. */
  channel: string;
  at: string;
  status: MessageStatus;
  /** With `unsent`, `unsure` and `failed`; with `sending` when a try failed and another follows. */
  reason?: Reason;
  /** With `in` and `out`: for `@convapi/handset`. What it does not know is shown by `summary`. */
  message?: WireMessage;
  /** In place of `message`: this entry is a reaction of the contact, to the message of `replyTo` where that is known. */
  reaction?: string;
  /** In place of `message`: what the contact wrote under a post or a live broadcast, and its address (may be empty). */
  comment?: { text: string; on: string };
  /** With `note`: the text. */
  note?: string;
  /** With `event`. */
  event?: ConversationEvent;
  /** In one line, for lists and quotes. */
  summary: string;
  /** With an answer that a contact gave by tapping: the caption of what was tapped. */
  tapped?: string;
  /** What it answers, when that is known. */
  replyTo?: { messageId: string; summary: string };
  /** Of the contact, to this message. */
  reactions: string[];
  /** The service took personal data out of it, or the channel took the message back. */
  redacted: boolean;
  /** Who sent or wrote it here: `Agent.id`, null for the contact, bots and other programs. */
  authorId: string | null;
  /** The name with `authorId`, or of the bot or agent that the message names; empty when there is none. */
  authorName: string;
  /** It was sent again, as this message. */
  resentAs?: string;
  switches: ChannelSwitch[];
}

/** `GET /api/conversations/:id/messages?before=&limit=` → `MessagePage`. `before` is the id of the oldest that is known; `limit` 1 to 200, default 100. */
export interface MessagePage {
  /** Oldest first. */
  messages: MessageView[];
  hasEarlier: boolean;
}

/**
 * `POST /api/conversations/:id/messages` → 201 `{ message }` with status `sending`: it is kept, and goes out by itself. The outcome comes as a
 * live event. The same `id` again gives the same message (200), so a request without an answer may be repeated. 422 with
 * `issues` when the service, or every channel that the contact has, would refuse it.
 */
export interface SendMessage {
  /** A UUID that the page made. */
  id: string;
  /** As the builders of `@convapi/message-builder` make it: any kind. */
  message: AppMessage;
  /** Only on this channel of the contact. Default: the service chooses. */
  channel?: string;
}

export interface MessageResult {
  message: MessageView;
}

/**
 * `POST /api/conversations/:id/messages/:messageId/again` → 201 `{ message }`: of one that is `failed`, a new message with the given id; of one that is
 * `unsent` or `unsure` on no other channel, the same message, `sending` again, and looked up first where it may have left. 409 when
 * it is none of these, or was sent again already.
 */
export interface SendAgain {
  /** A UUID that the page made, for the new message. */
  id: string;
  /** Only on this channel of the contact. An `unsure` message cannot move to another channel: it might arrive twice. */
  channel?: string;
}

/** `POST /api/conversations/:id/notes` → 201 `{ message }`. The same `id` again gives the same note (200). */
export interface NewNote {
  /** A UUID that the page made. */
  id: string;
  /** 1 to 10,000 characters. */
  text: string;
}

/** `POST /api/conversations/:id/typing` → 204. To be repeated every 5 seconds at most while somebody types, in the answer or in a note. */
export type Typing = Record<never, never>;

// ── Saved replies ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** A text to be put into the composer. */
export interface SavedReply {
  id: string;
  /** Unique; 1 to 60 letters, digits, dashes and underscores: it is typed after a `/`. */
  shortcut: string;
  /** 1 to 4,000 characters. `fillPlaceholders` replaces `{contact.name}`, `{agent.name}` and `{contact.address}`. */
  text: string;
  authorId: string | null;
  updatedAt: string;
}

/** `GET /api/saved-replies` → all, by shortcut. */
export interface SavedReplies {
  savedReplies: SavedReply[];
}

/**
 * `POST /api/saved-replies` → 201 `{ savedReply }`; `PUT /api/saved-replies/:id` → `{ savedReply }`; `DELETE` → 204. 409 when the shortcut is
 * taken. Those of others are changed by admins only (403).
 */
export interface SavedReplyInput {
  shortcut: string;
  text: string;
}

export interface SavedReplyResult {
  savedReply: SavedReply;
}

// ── Templates ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** `GET /api/templates` → the templates of the project (version 2), as the service gives them. 502 when it does not answer. */
export interface Templates {
  templates: V2TemplateResponse[];
}

// ── Media ───────────────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * `POST /api/uploads?name=` with the file as body and its type as `content-type` → 201 `Upload`. 413 over `Session.maxUploadBytes`, 415 for
 * types that no channel takes. The address is open to whoever has it, because channels have to fetch it; nobody can guess it.
 */
export interface Upload {
  url: string;
  name: string;
  type: string;
  bytes: number;
}

/**
 * `GET /api/media?url=` → the file behind an http(s) address, through the inbox: pictures, sound and video as they are, PDF and the rest as a
 * download, never as a page. The answer is cached privately for a day, and `range` is passed on. 400 for addresses inside of the
 * inbox's own network, 413 over 32 MiB, 502 when the address does not answer.
 */
export type MediaQuery = { url: string };

// ── Live ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * `GET /api/events` → server-sent events, each with its name and JSON as data; a comment every 20 seconds. Events name what to
 * read again, never what is in it. After a break, and at `reset`, anything may have changed.
 */
export interface LiveEvents {
  /** Something in the conversation changed: its thread, state, assignee, or what was seen. */
  conversation: { conversationId: string };
  /** The other conversation is part of this one now: whoever has it open goes on with this one. */
  merged: { conversationId: string; otherId: string };
  /** It was deleted, with all that was in it. */
  deleted: { conversationId: string };
  /** Somebody types: an agent (never the person who listens), or the contact (`agentId` null). It counts for 8 seconds. */
  typing: { conversationId: string; agentId: string | null; name: string };
  /** The team changed. */
  team: Record<never, never>;
  /** Saved replies changed. */
  'saved-replies': Record<never, never>;
  /** The inbox lost track of changes for a moment: read everything again. */
  reset: Record<never, never>;
}
