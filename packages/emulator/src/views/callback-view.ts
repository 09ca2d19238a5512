import type { CallbackRecord } from '../callbacks/index.ts';
import type { CallbackEntry, CallbackSummary } from './control-api.ts';
import { describeBody } from './event-view.ts';

export function toCallbackSummary(record: CallbackRecord): CallbackSummary {
  const { seq, id, trigger, app_id, webhook_id, target, state, time, attempts, resend_of, sample } = record;
  const last = attempts.at(-1);
  return {
    seq,
    id,
    trigger,
    app_id,
    webhook_id,
    target,
    state,
    time,
    ...aboutOf(record),
    attempts: attempts.length,
    ...(last ? { last_attempt: last } : {}),
    ...(resend_of === undefined ? {} : { resend_of }),
    ...(sample ? { sample } : {}),
  };
}

export function toCallbackEntry(record: CallbackRecord): CallbackEntry {
  return { ...record, ...aboutOf(record) };
}

function aboutOf({ trigger, event }: CallbackRecord): Pick<CallbackSummary, 'gist' | 'message_id'> {
  const { gist, message_id } = describeBody(trigger, event);
  return { gist, ...(message_id === undefined ? {} : { message_id }) };
}
