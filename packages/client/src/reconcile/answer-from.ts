import type { SendMessageResponse } from '@convapi/core';
import type { DataWithResponse } from '../call.ts';

/** The answer that was lost, from what was looked up or noted. */
export function answerFrom(message_id: string | undefined, accepted_time: string | undefined): DataWithResponse<SendMessageResponse> {
  const data = { ...(message_id ? { message_id } : {}), ...(accepted_time ? { accepted_time } : {}) };
  return { data, response: { status: 200, headers: { get: () => null } } };
}
