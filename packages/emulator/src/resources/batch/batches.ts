import type { Batch, CancelBatchRequest, FindBatchesResponse } from '@convapi/core';
import type { Operation } from '../../operations/operation.ts';
import { notFound } from '../../operations/refusal.ts';
import type { World } from '../../service/world.ts';
import type { BatchRecord } from '../../store/records.ts';
import { isHere } from '../regions/regions.ts';
import { tellBatch } from './tell-batch.ts';

export const getBatch: Operation = (world, { params }): Batch => {
  const id = params.batch_id ?? '';
  const batch = world.store.batches.get(id);
  if (!batch || !isHere(world, id)) throw notFound('Batch', id);
  return show(batch);
};

/** Batches that have all the metadata asked for; all of them when none are. */
export const findBatches: Operation = (world, { query }): FindBatchesResponse => {
  const wanted = Object.entries((query.batch_metadata ?? {}) as Record<string, string>);
  const found = [...world.store.batches.values()].filter(
    ({ id, metadata }) =>
      isHere(world, id) && wanted.every(([key, value]) => Object.hasOwn(metadata, key) && String(metadata[key]) === value),
  );
  return { batches: found.map(show) };
};

/** Says yes to everything; only a batch that is not due yet is stopped. */
export const cancelBatch: Operation = (world, { body }) => {
  const { batch_id: id } = body as CancelBatchRequest;
  if (isHere(world, id)) world.plan({ kind: 'cancel-batch', batchId: id });
  return {};
};

export interface CancelBatchJob {
  kind: 'cancel-batch';
  batchId: string;
}

export function cancelBatchNow(world: World, { batchId }: CancelBatchJob): void {
  const batch = world.store.batches.get(batchId);
  if (batch?.status !== 'SCHEDULED' || world.clock.now() >= batch.dueMs) return;
  const cancelled: BatchRecord = { ...batch, status: 'CANCELLED' };
  world.store.batches.set(batchId, cancelled);
  tellBatch(world, cancelled);
}

function show({ id, status }: BatchRecord): Batch {
  return { batch_id: id, status };
}
