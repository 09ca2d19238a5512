import { asc, inArray } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { deliveryReports } from '../database/schema.ts';

/** A delivery report as it is kept. */
export type StoredReport = typeof deliveryReports.$inferSelect;

/** Keeps a report once; false when it was there already. */
export async function addReport(tx: Database, report: typeof deliveryReports.$inferInsert): Promise<boolean> {
  const added = await tx.insert(deliveryReports).values(report).onConflictDoNothing().returning({ seq: deliveryReports.seq });
  return added.length > 0;
}

/** Reports of each message, in the order in which they came. */
export async function reportsByWireId(db: Database, wireIds: readonly string[]): Promise<Map<string, StoredReport[]>> {
  const found = new Map<string, StoredReport[]>();
  if (wireIds.length === 0) return found;
  const reports = await db
    .select()
    .from(deliveryReports)
    .where(inArray(deliveryReports.wire_id, [...wireIds]))
    .orderBy(asc(deliveryReports.seq));
  for (const report of reports) found.set(report.wire_id, [...(found.get(report.wire_id) ?? []), report]);
  return found;
}
