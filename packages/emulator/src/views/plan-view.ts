import type { PlannedJob } from '../jobs/index.ts';
import type { ServiceJob } from '../service/index.ts';
import { toTimestamp } from '../time/index.ts';
import type { PlannedThing } from './control-api.ts';

/** What each kind of job does, in words. */
const WORDS: { readonly [Kind in ServiceJob['kind']]: string } = {
  'cancel-batch': 'A batch is cancelled',
  'create-contacts': 'Contacts of a batch are created',
  'delete-contacts': 'Contacts of a batch are deleted',
  'insert-consents': 'Consents of a batch are inserted',
  'send-batch': 'A batch is sent',
  capability: 'A capability is told',
  deliver: 'A message is tried on a channel',
  'channel-answer': 'A channel answers',
  'report-time-out': 'A channel has been silent for too long',
  'expire-conversation': 'A conversation has been quiet for long enough to be deleted',
  'ttl-over': 'The time to live of a message ends',
  'drain-outbound': 'The next message leaves the queue of an app',
  publish: 'Something is told',
  tell: 'Something is told',
  'send-callback': 'A callback that was held back is sent',
  'retry-callback': 'A callback is tried again',
};

export function toPlannedThing({ job, dueMs }: PlannedJob<ServiceJob>, nowMs: number): PlannedThing {
  return { kind: job.kind, what: WORDS[job.kind], due: toTimestamp(dueMs), in_ms: Math.max(dueMs - nowMs, 0), ...aboutOf(job) };
}

type About = Pick<PlannedThing, 'app_id' | 'message_id' | 'callback_id' | 'batch_id' | 'conversation_id'>;

/** What the job is about, under the names of the API. */
function aboutOf(job: ServiceJob): About {
  if ('delivery' in job) return { app_id: job.delivery.app.id, message_id: job.delivery.messageId };
  if ('callbackId' in job) return { callback_id: job.callbackId };
  if ('batchId' in job) return { batch_id: job.batchId };
  if ('conversationId' in job) return { conversation_id: job.conversationId };
  if ('news' in job) return { app_id: job.news.appId };
  if ('callback' in job) return { app_id: job.callback.appId };
  if ('appId' in job) return { app_id: job.appId };
  return {};
}
