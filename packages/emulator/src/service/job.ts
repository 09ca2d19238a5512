import type { RetryJob } from '../callbacks/dispatcher.ts';
import type { TellJob } from '../callbacks/publisher.ts';
import type { SendCallbackJob } from '../faults/callback-faults.ts';
import type { PublishJob } from '../news/news.ts';
import type { BulkJob, CancelBatchJob, SendBatchJob } from '../resources/batch/batch-job.ts';
import type { CapabilityJob } from '../resources/capability/capability.ts';
import type { ExpireConversationJob } from '../resources/conversations/conversations-world.ts';
import type { DeliveryJob } from '../resources/messages/sending/delivery-job.ts';
import type { DrainJob } from '../resources/messages/sending/outbound-queue.ts';

/** Every job that is planned anywhere. Each kind has its handler in `create-handlers.ts`. */
export type ServiceJob =
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

/** What is done for each kind of job. */
export type JobHandlers = { [Kind in ServiceJob['kind']]: (job: Extract<ServiceJob, { kind: Kind }>) => void };
