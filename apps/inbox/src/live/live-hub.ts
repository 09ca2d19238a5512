import { sql } from 'drizzle-orm';
import type { LiveEvents } from '../api/contract.ts';
import type { Database, OpenDatabase } from '../database/database.ts';

const CHANNEL = 'convapi_inbox';

/** A live event, as it travels between the copies of the inbox. */
export type LiveEvent = { [Name in keyof LiveEvents]: { name: Name; data: LiveEvents[Name] } }[keyof LiveEvents];

/** Passes on to every page that listens here what changed anywhere. */
export interface LiveHub {
  /** Calls `listener` for each event, `end` when the inbox closes; the function given back stops both. */
  subscribe(listener: (event: LiveEvent) => void, end: () => void): () => void;
  /** How many listen. */
  size(): number;
  close(): void;
}

/** Tells all pages at all copies of the inbox; within a transaction, once that is done. */
export async function publish<Name extends keyof LiveEvents>(db: Database, name: Name, data: LiveEvents[Name]): Promise<void> {
  await db.execute(sql`SELECT pg_notify(${CHANNEL}, ${JSON.stringify({ name, data })})`);
}

export async function openLiveHub(database: Pick<OpenDatabase, 'listen'>): Promise<LiveHub> {
  const listeners = new Map<(event: LiveEvent) => void, () => void>();
  const tell = (event: LiveEvent) => {
    for (const listener of listeners.keys()) listener(event);
  };
  await database.listen(
    CHANNEL,
    (text) => tell(JSON.parse(text) as LiveEvent),
    () => tell({ name: 'reset', data: {} }),
  );
  return {
    subscribe(listener, end) {
      listeners.set(listener, end);
      return () => listeners.delete(listener);
    },
    size: () => listeners.size,
    close() {
      for (const end of listeners.values()) end();
      listeners.clear();
    },
  };
}
