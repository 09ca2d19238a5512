import type { BatchInsertConsentsRequest, ContactCreateRequest, Region, SendBatchRequest } from '@convapi/core';

/** A batch is due. */
export interface SendBatchJob {
  kind: 'send-batch';
  batchId: string;
  request: SendBatchRequest;
}

/** Somebody wants a batch stopped. */
export interface CancelBatchJob {
  kind: 'cancel-batch';
  batchId: string;
}

/** Work on many things, after the answer. */
export type BulkJob =
  | { kind: 'create-contacts'; region: Region; contacts: ContactCreateRequest[] }
  | { kind: 'delete-contacts'; region: Region; ids: string[] }
  | { kind: 'insert-consents'; region: Region; request: BatchInsertConsentsRequest };
