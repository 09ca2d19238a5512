import type { CallbackDispatcher, Publisher } from '../callbacks/index.ts';
import { cancelBatchNow, createContactsNow, deleteContactsNow, insertConsentsNow, sendBatchNow } from '../resources/batch/index.ts';
import { tellCapability } from '../resources/capability/index.ts';
import { expireConversation } from '../resources/conversations/index.ts';
import { answerDelivery, giveUpWaiting, takeBack, tryChannel } from '../resources/messages/index.ts';
import type { JobHandlers, ServiceJob } from './job.ts';
import type { World } from './world.ts';

/** The one table of what planned jobs do. A new kind of job is a line here and a type in `job.ts`. */
export function createHandlers(world: World, publisher: Publisher, callbacks: CallbackDispatcher): JobHandlers {
  return {
    'cancel-batch': (job) => cancelBatchNow(world, job),
    'create-contacts': (job) => createContactsNow(world, job),
    'delete-contacts': (job) => deleteContactsNow(world, job),
    'insert-consents': (job) => insertConsentsNow(world, job),
    'send-batch': (job) => sendBatchNow(world, job),
    capability: (job) => tellCapability(world, job),
    deliver: (job) => tryChannel(world, job),
    'channel-answer': (job) => answerDelivery(world, job),
    'report-time-out': (job) => giveUpWaiting(world, job),
    'expire-conversation': (job) => expireConversation(world, job),
    'ttl-over': (job) => takeBack(world, job),
    'drain-outbound': ({ appId }) => world.outbound.sendNext(appId),
    publish: ({ news }) => publisher.publish(news),
    tell: (job) => publisher.tell(job),
    'send-callback': ({ callback, event }) => callbacks.send(callback, event),
    'retry-callback': ({ callbackId }) => callbacks.retry(callbackId),
  };
}

/** Does a job of any kind. */
export function createJobRunner(handlers: JobHandlers): (job: ServiceJob) => void {
  const byKind = new Map<string, (job: never) => void>(Object.entries(handlers));
  // A kind and its handler belong together, which the type of the table says and that of a map cannot.
  return (job) => byKind.get(job.kind)?.(job as never);
}
