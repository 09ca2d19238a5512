import type { RetryJob } from '../callbacks/dispatcher.ts';
import type { News, TellJob } from '../callbacks/publisher.ts';
import type { SendCallbackJob } from '../faults/callback-faults.ts';
import type { ExpireConversationJob } from '../resources/apps/retention.ts';
import type { CancelBatchJob } from '../resources/batch/batches.ts';
import type { BulkJob } from '../resources/batch/bulk.ts';
import type { SendBatchJob } from '../resources/batch/send-batch.ts';
import type { CapabilityJob } from '../resources/capability/capability.ts';
import type { DeliveryJob } from '../resources/messages/sending/deliver.ts';
import type { DrainJob } from '../resources/messages/sending/outbound-queue.ts';

/**
 * Something to do later: what and with what, as JSON values and without functions, so that it can be written down and survives a restart.
 * Each kind has its handler in `create-handlers.ts`.
 */
export type Job =
  | BulkJob
  | CancelBatchJob
  | CapabilityJob
  | DeliveryJob
  | DrainJob
  | ExpireConversationJob
  | PublishJob
  | RetryJob
  | SendBatchJob
  | SendCallbackJob
  | TellJob;

/** News that are due later. */
export interface PublishJob {
  kind: 'publish';
  news: News;
}

/** What is done for each kind of job. */
export type JobHandlers = { [Kind in Job['kind']]: (job: Extract<Job, { kind: Kind }>) => void };

/** Plans a job, by default for the next turn. */
export type Plan = (job: Job, delayMs?: number, options?: { background?: boolean }) => void;
