import type { Plan } from '../../jobs/job.ts';
import type { ConsentsWorld } from '../consents/consents.ts';
import type { ContactsWorld } from '../contacts/contacts-world.ts';
import type { MessagesWorld } from '../messages/messages-world.ts';
import type { BulkJob, CancelBatchJob, SendBatchJob } from './batch-job.ts';
import type { BatchRecord } from './batch-record.ts';

/** What batches work with. */
export type BatchWorld = ContactsWorld &
  ConsentsWorld &
  MessagesWorld & {
    plan: Plan<BulkJob | CancelBatchJob | SendBatchJob>;
    store: { batches: Map<string, BatchRecord> };
  };
