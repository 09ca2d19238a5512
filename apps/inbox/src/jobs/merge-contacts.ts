import type { ConversationClient } from '@convapi/client';
import { isApiError } from '@convapi/core';
import { eq } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { contacts } from '../database/schema.ts';
import type { JobData } from './create-jobs.ts';

const GONE = 404;

/** Makes two contacts one at the service, so that its answers go where the inbox shows them. May run again. */
export async function mergeContactsThere(
  client: Pick<ConversationClient, 'contacts'>,
  db: Database,
  { into, from }: JobData['merge-contacts'],
): Promise<void> {
  try {
    await client.contacts.merge(into, { source_id: from });
  } catch (error) {
    // merged by an earlier try, or deleted there: there is nothing left to bring together
    if (!isApiError(error) || error.status !== GONE) throw error;
  }
  await db.update(contacts).set({ merged: true }).where(eq(contacts.contact_id, from));
}
