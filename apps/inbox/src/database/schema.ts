import { sql } from 'drizzle-orm';
import {
  boolean,
  customType,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';

/*
 * The tables, of which `migrations/` is made. Names of columns are those of the properties, so that queries in SQL read the same.
 */

const time = (name: string) => timestamp(name, { withTimezone: true });
const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** All that was said with one person, on all channels. */
export const conversations = pgTable(
  'conversations',
  {
    id: text().primaryKey(),
    name: text().notNull().default(''),
    /** `open`, `waiting` or `done`. */
    state: text().notNull().default('open'),
    assignee_id: text(),
    /** When the last message was; it orders the list. */
    last_at: time('last_at').notNull().default(new Date(0)),
    /** Whether it has any entry: one that was only begun is not listed. */
    listed: boolean().notNull().default(false),
    /** The newest message of the contact; who has seen less has something to read. */
    last_in_seq: integer().notNull().default(0),
  },
  (t) => [
    index('conversations_last').on(t.last_at.desc()),
    index('conversations_by_state').on(t.state, t.last_at.desc(), t.id.desc()),
    index('conversations_by_assignee').on(t.assignee_id, t.state),
  ],
);

/** Contacts of the service. Several lead to one conversation once they are merged. */
export const contacts = pgTable('contacts', {
  contact_id: text().primaryKey(),
  conversation_id: text()
    .notNull()
    .references(() => conversations.id),
  merged: boolean().notNull().default(false),
});

/** Addresses of the person of a conversation. */
export const identities = pgTable(
  'identities',
  {
    key: text().notNull(),
    conversation_id: text()
      .notNull()
      .references(() => conversations.id),
    channel: text().notNull(),
    identity: text().notNull(),
    /** When the person last wrote from there; null when they were only written to. */
    wrote_at: time('wrote_at'),
    opted_out: boolean().notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.key, t.conversation_id] }), index('identities_conversation').on(t.conversation_id)],
);

/** Entries of the threads: messages, notes, and what happened to a conversation. */
export const messages = pgTable(
  'messages',
  {
    seq: integer().notNull().generatedAlwaysAsIdentity(),
    id: text().primaryKey(),
    /** The service's id; null until it has one, and for notes and events. */
    wire_id: text().unique(),
    conversation_id: text()
      .notNull()
      .references(() => conversations.id),
    /** `in`, `out`, `note` or `event`. */
    direction: text().notNull(),
    channel: text().notNull(),
    /** JSON as text. Not jsonb: that refuses U+0000, which a stranger may well send. */
    content: text().notNull(),
    at: time('at').notNull(),
    /** `sending`, `unsent` or `unsure`; null once the service has it, and for what is not sent. */
    send_state: text(),
    send_error: text(),
    /** Who wrote it here. */
    author_id: text(),
    /** The message that it was sent again as. */
    resent_as: text(),
    /** The service's id of the message that it is a reaction to. */
    reacts_to: text(),
    redacted: boolean().notNull().default(false),
    /** Its words, for the search. */
    words: text().notNull().default(''),
  },
  (t) => [
    index('messages_thread').on(t.conversation_id, t.at.desc(), t.seq.desc()),
    index('messages_unread').on(t.conversation_id, t.seq).where(sql`direction = 'in'`),
    index('messages_reactions').on(t.reacts_to).where(sql`reacts_to IS NOT NULL`),
    index('messages_words').using('gin', sql`to_tsvector('simple', ${t.words})`),
  ],
);

/** Reports may come before the message that they are about, so they stand on their own. */
export const deliveryReports = pgTable(
  'delivery_reports',
  {
    seq: integer().notNull().generatedAlwaysAsIdentity(),
    wire_id: text().notNull(),
    status: text().notNull(),
    channel: text().notNull(),
    /** Text, because nine fraction digits do not fit a timestamp. */
    reported_at: text().notNull(),
    reason_code: text().notNull().default(''),
    reason_text: text().notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.wire_id, t.status, t.channel, t.reported_at] })],
);

/** Callbacks that had their effect, by the hash of their body, so that a repetition has none. */
export const callbacks = pgTable(
  'callbacks',
  {
    hash: text().primaryKey(),
    taken_at: time('taken_at').notNull().defaultNow(),
  },
  (t) => [index('callbacks_taken').on(t.taken_at)],
);

/** The log of sends: what has to leave, what has begun to, and what came of it. One row an own message. */
export const sends = pgTable(
  'sends',
  {
    message_id: text().primaryKey(),
    /** `queued`, `open`, `sent` or `failed`. */
    state: text().notNull().default('queued'),
    /** The request as JSON. */
    request: text().notNull(),
    begun_at: time('begun_at'),
    /** Until then one copy of the inbox works at it; nobody else may. */
    leased_until: time('leased_until'),
    attempts: integer().notNull().default(0),
    wire_id: text(),
    accepted_time: text(),
    reason: text(),
  },
  (t) => [index('sends_unfinished').on(t.leased_until).where(sql`state IN ('queued', 'open')`)],
);

/** How fast an app sends, over all copies of the inbox. */
export const sendRates = pgTable('send_rates', {
  app_id: text().primaryKey(),
  /** Requests per second at the moment. */
  rate: doublePrecision().notNull(),
  changed_at: time('changed_at').notNull(),
  /** When everything that was let go so far would have gone at the rate. */
  due_at: time('due_at').notNull(),
});

/** How far each person has read. */
export const reads = pgTable(
  'reads',
  {
    agent_id: text().notNull(),
    conversation_id: text().notNull(),
    seq: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.agent_id, t.conversation_id] }), index('reads_conversation').on(t.conversation_id)],
);

export const savedReplies = pgTable('saved_replies', {
  id: text().primaryKey(),
  shortcut: text().notNull().unique(),
  text: text().notNull(),
  author_id: text(),
  updated_at: time('updated_at').notNull(),
});

/** Files that were put in to be sent. */
export const uploads = pgTable(
  'uploads',
  {
    /** Random: whoever knows it may read the file. */
    id: text().primaryKey(),
    name: text().notNull(),
    type: text().notNull(),
    bytes: bytes().notNull(),
    at: time('at').notNull(),
  },
  (t) => [index('uploads_at').on(t.at)],
);

/** What all copies of an inbox have in common, such as the secret of their cookies. */
export const settings = pgTable('settings', {
  name: text().primaryKey(),
  value: text().notNull(),
});

// The tables of better-auth, with its names.

export const user = pgTable('agents', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text(),
  createdAt: time('created_at').notNull().defaultNow(),
  updatedAt: time('updated_at').notNull().defaultNow(),
  role: text().notNull().default('agent'),
  active: boolean().notNull().default(true),
  /** What was there before the person came counts as read. */
  readFloor: integer('read_floor').notNull().default(0),
});

export const session = pgTable(
  'sessions',
  {
    id: text().primaryKey(),
    token: text().notNull().unique(),
    userId: text('agent_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    expiresAt: time('expires_at').notNull(),
    createdAt: time('created_at').notNull().defaultNow(),
    updatedAt: time('updated_at').notNull().defaultNow(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
  },
  (t) => [index('sessions_agent').on(t.userId)],
);

export const account = pgTable(
  'accounts',
  {
    id: text().primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('agent_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: time('access_token_expires_at'),
    refreshTokenExpiresAt: time('refresh_token_expires_at'),
    scope: text(),
    password: text(),
    createdAt: time('created_at').notNull().defaultNow(),
    updatedAt: time('updated_at').notNull().defaultNow(),
  },
  (t) => [index('accounts_agent').on(t.userId)],
);

export const verification = pgTable(
  'verifications',
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: time('expires_at').notNull(),
    createdAt: time('created_at').notNull().defaultNow(),
    updatedAt: time('updated_at').notNull().defaultNow(),
  },
  (t) => [index('verifications_identifier').on(t.identifier)],
);

export const rateLimit = pgTable(
  'sign_in_tries',
  {
    id: text().primaryKey(),
    key: text().notNull(),
    count: integer().notNull(),
    lastRequest: doublePrecision('last_request').notNull(),
  },
  (t) => [uniqueIndex('sign_in_tries_key').on(t.key)],
);
