import type { RetryJob, TellJob } from '../callbacks/index.ts';
import type { SendCallbackJob } from '../faults/index.ts';
import type { PublishJob } from '../news/index.ts';
import type { BulkJob, CancelBatchJob, SendBatchJob } from '../resources/batch/index.ts';
import type { CapabilityJob } from '../resources/capability/index.ts';
import type { ExpireConversationJob } from '../resources/conversations/index.ts';
import type { DeliveryJob, DrainJob } from '../resources/messages/index.ts';

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
