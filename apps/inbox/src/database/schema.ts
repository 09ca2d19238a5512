/** The tables. Every statement may run again on a database that has them already. */
export const SCHEMA = [
  // "read_seq" is the newest message that a person has seen, "last_at" when the last message was.
  `CREATE TABLE IF NOT EXISTS conversations (
    id text PRIMARY KEY,
    name text NOT NULL DEFAULT '',
    read_seq integer NOT NULL DEFAULT 0,
    last_at timestamptz NOT NULL DEFAULT 'epoch'
  )`,
  `CREATE INDEX IF NOT EXISTS conversations_last ON conversations (last_at DESC)`,
  // Several contacts lead to one conversation once the service has merged them.
  `CREATE TABLE IF NOT EXISTS contacts (
    contact_id text PRIMARY KEY,
    conversation_id text NOT NULL REFERENCES conversations (id),
    merged boolean NOT NULL DEFAULT false
  )`,
  `CREATE TABLE IF NOT EXISTS identities (
    key text NOT NULL,
    conversation_id text NOT NULL REFERENCES conversations (id),
    channel text NOT NULL,
    identity text NOT NULL,
    wrote_at timestamptz,
    PRIMARY KEY (key, conversation_id)
  )`,
  `CREATE INDEX IF NOT EXISTS identities_conversation ON identities (conversation_id)`,
  // "content" is the message as JSON text. Not jsonb: that refuses U+0000, which a stranger may well send.
  `CREATE TABLE IF NOT EXISTS messages (
    seq integer GENERATED ALWAYS AS IDENTITY,
    id text PRIMARY KEY,
    wire_id text UNIQUE,
    conversation_id text NOT NULL REFERENCES conversations (id),
    direction text NOT NULL,
    channel text NOT NULL,
    content text NOT NULL,
    at timestamptz NOT NULL,
    send_state text,
    send_error text
  )`,
  `ALTER TABLE messages ADD COLUMN IF NOT EXISTS resent boolean NOT NULL DEFAULT false`,
  `CREATE INDEX IF NOT EXISTS messages_thread ON messages (conversation_id, at DESC, seq DESC)`,
  // Reports may come before the message they are about, so they stand on their own.
  `CREATE TABLE IF NOT EXISTS delivery_reports (
    seq integer GENERATED ALWAYS AS IDENTITY,
    wire_id text NOT NULL,
    status text NOT NULL,
    channel text NOT NULL,
    reported_at text NOT NULL,
    reason_code text NOT NULL DEFAULT '',
    reason_text text NOT NULL DEFAULT '',
    PRIMARY KEY (wire_id, status, channel, reported_at)
  )`,
] as const;
