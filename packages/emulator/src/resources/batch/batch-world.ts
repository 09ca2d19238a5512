import type { Plan } from '../../jobs/index.ts';
import type { ConsentsWorld } from '../consents/index.ts';
import type { ContactsWorld } from '../contacts/index.ts';
import type { MessagesWorld } from '../messages/index.ts';
import type { BulkJob, CancelBatchJob, SendBatchJob } from './batch-job.ts';
import type { BatchRecord } from './batch-record.ts';

/** What batches work with. */
export type BatchWorld = ContactsWorld &
  ConsentsWorld &
  MessagesWorld & {
    plan: Plan<BulkJob | CancelBatchJob | SendBatchJob>;
    store: { batches: Map<string, BatchRecord> };
  };
