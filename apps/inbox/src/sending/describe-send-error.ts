import { isConvapiError, isDeliveryUnknownError } from '@convapi/core';
import type { SendState } from '../store/messages.ts';

/** Why a send failed, and whether it may have left all the same. */
export interface SendFailure {
  state: Exclude<SendState, 'sending'>;
  text: string;
}

/** A failed send in words for people: the errors of the toolkit say what to do, without secrets. */
export function describeSendError(error: unknown): SendFailure {
  if (!isConvapiError(error)) return { state: 'unsure', text: 'Something went wrong in the inbox; the message may have been sent.' };
  const text = error.message.replace(/^\[@convapi\/[\w-]+\] /, '');
  return { state: isDeliveryUnknownError(error) ? 'unsure' : 'unsent', text };
}
