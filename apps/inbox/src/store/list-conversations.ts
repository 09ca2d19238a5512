import { type SQL, sql } from 'drizzle-orm';
import type { ConversationCounts } from '../api/contract.ts';
import { type Database, rowsOf } from '../database/database.ts';
import { matchesWords } from './match-words.ts';

/** A conversation of the list, as somebody sees it. */
export interface ListedConversation {
  id: string;
  name: string;
  state: string;
  assignee_id: string | null;
  last_ms: number;
  /** Our id of the last message; null when nothing was said yet. */
  last_id: string | null;
  unread: number;
  failed: number;
}

/** Who looks at the list. */
export interface Reader {
  id: string;
  /** Messages up to that number count as read. */
  readFloor: number;
}

/** Which conversations are listed. What is left out does not filter. */
export interface ListFilter {
  id?: string | undefined;
  state?: string | undefined;
  /** `me`, `nobody`, or the id of somebody. */
  assignee?: string | undefined;
  unread?: boolean | undefined;
  channel?: string | undefined;
  q?: string | undefined;
  /** Lists those after this one. */
  after?: { lastMs: number; id: string } | undefined;
}

/** More unread messages are not counted. */
const MAX_UNREAD = 100;
/** What failed long ago is history. */
const LOOKED_THROUGH_FOR_FAILED = 50;

/** Newest message first. With an id, also one in which nothing was said yet. */
export function listConversations(db: Database, reader: Reader, filter: ListFilter, limit: number): Promise<ListedConversation[]> {
  return rowsOf(
    db,
    sql`
      SELECT c.id, c.name, c.state, c.assignee_id, round(extract(epoch FROM c.last_at) * 1000)::float8 AS last_ms, m.id AS last_id,
        (SELECT count(*)::int FROM (SELECT 1 FROM messages u WHERE u.conversation_id = c.id AND u.direction = 'in' AND u.seq > ${seen(reader)}
          LIMIT ${MAX_UNREAD}) seen) AS unread,
        (SELECT count(*)::int FROM (SELECT * FROM messages o WHERE o.conversation_id = c.id AND o.direction = 'out'
          ORDER BY o.at DESC, o.seq DESC LIMIT ${LOOKED_THROUGH_FOR_FAILED}) o
          WHERE o.resent_as IS NULL AND (o.send_state IN ('unsent', 'unsure')
            OR EXISTS (SELECT 1 FROM delivery_reports d WHERE d.wire_id = o.wire_id AND d.status = 'FAILED'))) AS failed
      FROM conversations c
      LEFT JOIN reads r ON r.conversation_id = c.id AND r.agent_id = ${reader.id}
      LEFT JOIN LATERAL (SELECT id FROM messages WHERE conversation_id = c.id AND direction <> 'event' ORDER BY at DESC, seq DESC LIMIT 1) m ON true
      WHERE ${sql.join(conditions(reader, filter), sql` AND `)}
      ORDER BY c.last_at DESC, c.id DESC LIMIT ${limit}`,
  );
}

/** How many conversations each filter would list. */
export async function countConversations(db: Database, reader: Reader): Promise<ConversationCounts> {
  const [counts] = await rowsOf<ConversationCounts>(
    db,
    sql`
      SELECT count(*) FILTER (WHERE c.state = 'open')::int AS open,
        count(*) FILTER (WHERE c.state = 'waiting')::int AS waiting,
        count(*) FILTER (WHERE c.state = 'done')::int AS done,
        count(*) FILTER (WHERE c.state = 'open' AND c.assignee_id = ${reader.id})::int AS mine,
        count(*) FILTER (WHERE c.state = 'open' AND c.assignee_id IS NULL)::int AS nobodys,
        count(*) FILTER (WHERE c.last_in_seq > ${seen(reader)})::int AS unread
      FROM conversations c LEFT JOIN reads r ON r.conversation_id = c.id AND r.agent_id = ${reader.id}
      WHERE c.listed`,
  );
  return counts as ConversationCounts;
}

function seen(reader: Reader): SQL {
  return sql`greatest(coalesce(r.seq, 0), ${reader.readFloor}::int)`;
}

function conditions(reader: Reader, { id, state, assignee, unread, channel, q, after }: ListFilter): SQL[] {
  const all: SQL[] = [id === undefined ? sql`c.listed` : sql`c.id = ${id}`];
  if (state !== undefined) all.push(sql`c.state = ${state}`);
  if (assignee === 'nobody') all.push(sql`c.assignee_id IS NULL`);
  else if (assignee !== undefined) all.push(sql`c.assignee_id = ${assignee === 'me' ? reader.id : assignee}`);
  if (unread) all.push(sql`c.last_in_seq > ${seen(reader)}`);
  if (channel !== undefined) all.push(sql`c.id IN (SELECT conversation_id FROM identities WHERE channel = ${channel})`);
  if (q !== undefined && q.trim() !== '') all.push(matchesWords(q.trim()));
  if (after) all.push(sql`(c.last_at, c.id) < (to_timestamp(${after.lastMs}::float8 / 1000), ${after.id})`);
  return all;
}
