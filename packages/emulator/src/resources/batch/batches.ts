import type { Batch, CancelBatchRequest, FindBatchesResponse } from '@convapi/core';
import { notFound, type Operation } from '../../operations/index.ts';
import { isHere } from '../regions/index.ts';
import type { CancelBatchJob } from './batch-job.ts';
import type { BatchRecord } from './batch-record.ts';
import type { BatchWorld } from './batch-world.ts';
import { tellBatch } from './tell-batch.ts';

export const getBatch: Operation<BatchWorld> = (world, { params }): Batch => {
  const id = params.batch_id ?? '';
  const batch = world.store.batches.get(id);
  if (!batch || !isHere(world, id)) throw notFound('Batch', id);
  return show(batch);
};

/** Batches that have all the metadata asked for; all of them when none are. */
export const findBatches: Operation<BatchWorld> = (world, { query }): FindBatchesResponse => {
  const wanted = Object.entries((query.batch_metadata ?? {}) as Record<string, string>);
  const found = [...world.store.batches.values()].filter(
    ({ id, metadata }) =>
      isHere(world, id) && wanted.every(([key, value]) => Object.hasOwn(metadata, key) && String(metadata[key]) === value),
  );
  return { batches: found.map(show) };
};

/** Says yes to everything; only a batch that is not due yet is stopped. */
export const cancelBatch: Operation<BatchWorld> = (world, { body }) => {
  const { batch_id: id } = body as CancelBatchRequest;
  if (isHere(world, id)) world.plan({ kind: 'cancel-batch', batchId: id });
  return {};
};

export function cancelBatchNow(world: BatchWorld, { batchId }: CancelBatchJob): void {
  const batch = world.store.batches.get(batchId);
  if (batch?.status !== 'SCHEDULED' || world.clock.now() >= batch.dueMs) return;
  const cancelled: BatchRecord = { ...batch, status: 'CANCELLED' };
  world.store.batches.set(batchId, cancelled);
  tellBatch(world, cancelled);
}

function show({ id, status }: BatchRecord): Batch {
  return { batch_id: id, status };
}
