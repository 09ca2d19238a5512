/** One message to many, and work on many contacts. */
export type { BulkJob, CancelBatchJob, SendBatchJob } from './batch-job.ts';
export type { BatchRecord } from './batch-record.ts';
export type { BatchWorld } from './batch-world.ts';
export { cancelBatch, cancelBatchNow, findBatches, getBatch } from './batches.ts';
export { createContacts, createContactsNow, deleteContacts, deleteContactsNow, insertConsents, insertConsentsNow } from './bulk.ts';
export { sendBatch, sendBatchNow } from './send-batch.ts';
