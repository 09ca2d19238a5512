import { isApiError, isConnectionError, isConvapiError, isDeliveryUnknownError, isTimeoutError } from '@convapi/core';

/** What a try to send came to, when the service did not take the message. */
export interface SendFailure {
  /** `unsent` when it surely did not leave, `unsure` when nobody knows. */
  state: 'unsent' | 'unsure';
  /** May another try come to something else? */
  again: boolean;
  text: string;
}

/** Too many requests, and a service that is not ready: it took nothing, and may soon. */
const PASSING: ReadonlySet<number> = new Set([429, 503]);

/** A failed try in words for people: the errors of the toolkit say what to do, without secrets. */
export function describeSendError(error: unknown): SendFailure {
  if (!isConvapiError(error))
    return { state: 'unsure', again: true, text: 'Something went wrong in the inbox; the message may have been sent.' };
  const text = error.message.replace(/^\[@convapi\/[\w-]+\] /, '');
  if (isDeliveryUnknownError(error)) return { state: 'unsure', again: true, text };
  const again = isConnectionError(error) || isTimeoutError(error) || (isApiError(error) && PASSING.has(error.status));
  return { state: 'unsent', again, text };
}
