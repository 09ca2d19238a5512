import { isApiError, isAuthError, isConvapiError } from '@convapi/core';
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
  return { state: surelyNotSent(error) ? 'unsent' : 'unsure', text };
}

/** An answer below 500 is a refusal, and without a token no request leaves. Everything else can have happened halfway. */
function surelyNotSent(error: unknown): boolean {
  if (isApiError(error)) return error.status < 500 || error.status === 501 || error.status === 503;
  return isAuthError(error) || neverConnected(error);
}

const NOT_CONNECTED: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** The code stands on the cause of a cause, at a depth that depends on what made the connection. */
function neverConnected(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return NOT_CONNECTED.has(String((error as { code?: unknown }).code)) || neverConnected(error.cause);
}
