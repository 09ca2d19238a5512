import type { Database } from '../database/database.ts';

/** A delivery report as it is kept. */
export interface StoredReport {
  seq: number;
  wire_id: string;
  status: string;
  channel: string;
  /** When the service said it happened; text, because nine fraction digits do not fit a Date. */
  reported_at: string;
  reason_code: string;
  reason_text: string;
}

/** Keeps a report once; false when it was there already. */
export async function addReport(db: Database, report: Omit<StoredReport, 'seq'>): Promise<boolean> {
  const { wire_id, status, channel, reported_at, reason_code, reason_text } = report;
  const { rows } = await db.query(
    `INSERT INTO delivery_reports (wire_id, status, channel, reported_at, reason_code, reason_text)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING wire_id`,
    [wire_id, status, channel, reported_at, reason_code, reason_text],
  );
  return rows.length > 0;
}

/** Reports of each message, in the order in which they came. */
export async function reportsByWireId(db: Database, wireIds: readonly string[]): Promise<Map<string, StoredReport[]>> {
  const found = new Map<string, StoredReport[]>();
  if (wireIds.length === 0) return found;
  const { rows } = await db.query<StoredReport>('SELECT * FROM delivery_reports WHERE wire_id = ANY($1::text[]) ORDER BY seq', [
    [...wireIds],
  ]);
  for (const report of rows) found.set(report.wire_id, [...(found.get(report.wire_id) ?? []), report]);
  return found;
}
