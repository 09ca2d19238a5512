import { toTimestamp } from '../../time/index.ts';
import type { BatchRecord } from './batch-record.ts';
import type { BatchWorld } from './batch-world.ts';

/**
 * Tells the app where a batch stands: BATCH_STATUS_UPDATE. The one body that the vendor shows is that of a processed batch; the other
 * statuses follow its pattern.
 */
export function tellBatch(world: BatchWorld, { id, appId, status, metadata, sendAfter, dueMs }: BatchRecord): void {
  // An app that was deleted meanwhile hears of nothing.
  if (!world.store.apps.has(appId)) return;
  world.publish({
    trigger: 'BATCH_STATUS_UPDATE',
    appId,
    lane: id,
    payload: {
      batch_id: id,
      batch_status: `BATCH_STATUS_${status}`,
      batch_type: 'BATCH_TYPE_MESSAGES',
      additional_data: { message_batch_data: { send_after: sendAfter || toTimestamp(dueMs), batch_metadata: metadata } },
    },
  });
}
