import type { Batch, BatchRecipient, SendBatchRequest, SendMessageRequest } from '@convapi/core';
import type { Operation } from '../../operations/index.ts';
import { type AppRecord, requireApp } from '../apps/index.ts';
import { acceptMessage } from '../messages/index.ts';
import { calledRegion, settleIn } from '../regions/index.ts';
import { fillPlaceholders } from '../templates/index.ts';
import type { SendBatchJob } from './batch-job.ts';
import type { BatchRecord } from './batch-record.ts';
import type { BatchWorld } from './batch-world.ts';
import { checkBatch } from './check-batch.ts';
import { tellBatch } from './tell-batch.ts';
import { toDueMs } from './to-due-ms.ts';

const MINUTE_MS = 60_000;

/** Takes a message to many; each of them is sent, and reported on, like any other. */
export const sendBatch: Operation<BatchWorld> = (world, { body }): Batch => {
  const request = body as SendBatchRequest;
  const app = requireApp(world, request.app_id);
  const nowMs = world.clock.now();
  const dueMs = toDueMs(request.send_after, nowMs);
  checkBatch(world, app, request);
  const isLater = dueMs - nowMs > MINUTE_MS;
  const batch: BatchRecord = {
    id: world.newId(),
    appId: app.id,
    status: isLater ? 'SCHEDULED' : 'READY',
    metadata: request.batch_metadata ?? {},
    sendAfter: request.send_after,
    dueMs,
  };
  world.store.batches.set(batch.id, batch);
  settleIn(world, batch.id, calledRegion(world));
  if (isLater) tellBatch(world, batch);
  // Nobody should have to wait for what is planned for next week.
  world.plan({ kind: 'send-batch', batchId: batch.id, request }, dueMs - nowMs, { background: isLater });
  return { batch_id: batch.id, status: batch.status };
};

export function sendBatchNow(world: BatchWorld, { batchId, request }: SendBatchJob): void {
  const batch = world.store.batches.get(batchId);
  if (!batch || batch.status === 'CANCELLED') return;
  const processed: BatchRecord = { ...batch, status: 'PROCESSED' };
  world.store.batches.set(batchId, processed);
  const app = world.store.apps.get(request.app_id);
  if (!app) return;
  for (const [index, one] of request.recipient_and_params.entries()) sendOne(world, app, request, { one, index, batchId });
  tellBatch(world, processed);
}

interface Entry {
  one: BatchRecipient;
  index: number;
  batchId: string;
}

function sendOne(world: BatchWorld, app: AppRecord, request: SendBatchRequest, { one, index, batchId }: Entry): void {
  const metadata = { ...request.message_metadata, ...one.message_metadata, _batch_id: batchId };
  const conversationMetadata = { ...request.conversation_metadata, ...one.conversation_metadata };
  const { processing_strategy, callback_url, channel_priority_order, ttl, channel_properties } = request;
  const message = {
    app_id: app.id,
    recipient: one.recipient,
    // A placeholder without a value stays as it is.
    message: fillPlaceholders(request.message, one.parameters ?? {}, new Set()),
    message_metadata: JSON.stringify(metadata),
    ...(Object.keys(conversationMetadata).length > 0 ? { conversation_metadata: conversationMetadata } : {}),
    ...{ processing_strategy, callback_url, channel_priority_order, ttl, channel_properties },
  } as SendMessageRequest;
  acceptMessage(world, app, message, JSON.stringify({ ...metadata, batch_id: batchId, message_index: index }));
}
