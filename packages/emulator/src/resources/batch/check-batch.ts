import type { FieldViolation, SendBatchRequest } from '@convapi/core';
import { invalid } from '../../operations/index.ts';
import { type AppRecord, modeOf } from '../apps/index.ts';
import { findSendViolations, type SendRules } from '../messages/index.ts';

/** Metadata of a message are a text of this length at most; those of a batch become one. */
const MOST_METADATA = 1024;

/** A batch id with its name, which is added to the metadata. */
const ID_LENGTH = 44;

/** More than this helps nobody. */
const MOST_VIOLATIONS = 20;

/** @throws {@link Refusal} 400 naming what is wrong with the batch or with one of its recipients */
export function checkBatch(world: SendRules, app: AppRecord, request: SendBatchRequest): void {
  const violations = [
    ...checkReserved(request.message_metadata, 'message_metadata'),
    ...request.recipient_and_params.flatMap((one, index) => {
      const at = `recipient_and_params[${index}]`;
      const field = `${at}.message_metadata`;
      const merged = checkLength({ ...request.message_metadata, ...one.message_metadata }, field);
      return [...checkReserved(one.message_metadata, field), ...merged, ...checkRecipient(world, app, request, index)];
    }),
  ];
  if (violations.length > 0) throw invalid(violations.slice(0, MOST_VIOLATIONS));
}

/** What concerns the whole batch is said once, with the first recipient. */
function checkRecipient(world: SendRules, app: AppRecord, request: SendBatchRequest, index: number): FieldViolation[] {
  const { recipient_and_params: entries, processing_strategy: strategy, callback_url: url, channel_priority_order: order } = request;
  const entry = entries[index];
  if (!entry) return [];
  const shared =
    index === 0 ? { ...(url === undefined ? {} : { callback_url: url }), ...(order ? { channel_priority_order: order } : {}) } : {};
  const found = findSendViolations(world, app, modeOf(app, strategy), { recipient: entry.recipient, ...shared });
  return found.map(({ field = '', description = '' }) => ({
    field: field.startsWith('recipient') ? `recipient_and_params[${index}].${field}` : field,
    description,
  }));
}

function checkReserved(metadata: Record<string, unknown> | undefined, field: string): FieldViolation[] {
  if (!metadata || !Object.hasOwn(metadata, '_batch_id')) return [];
  return [{ field: `${field}._batch_id`, description: 'is reserved for the service' }];
}

function checkLength(metadata: Record<string, unknown>, field: string): FieldViolation[] {
  if (JSON.stringify(metadata).length + ID_LENGTH <= MOST_METADATA) return [];
  return [{ field, description: `is longer than ${MOST_METADATA} characters with the batch id` }];
}
