import type { Reason, ReasonCode } from '@convapi/core';

/** What a channel says to a message. */
export interface ChannelAnswer {
  /**
   * `DELIVERED`: it reached the handset and was left unread, the default. `READ`: it was read at once. `QUEUED_ON_CHANNEL`: nothing more
   * is ever heard of it. `FAILED`: the channel could not deliver it.
   */
  status: 'QUEUED_ON_CHANNEL' | 'DELIVERED' | 'READ' | 'FAILED';
  /** Why it failed; default `RECIPIENT_NOT_REACHABLE`. */
  reason?: ReasonCode | Reason;
  /** Does the failure pass by itself, so that the message is tried again? Default: for `RATE_LIMITED` and `INTERNAL_ERROR`. */
  temporary?: boolean;
}

/** The reason of a failed answer, as reports carry it. */
export function toReason(answer: ChannelAnswer): Reason {
  const given = answer.reason ?? 'RECIPIENT_NOT_REACHABLE';
  const reason = typeof given === 'string' ? { code: given } : given;
  const code = reason.code ?? 'UNKNOWN';
  return {
    ...reason,
    code,
    description: reason.description ?? `The underlying channel reported: ${code.toLowerCase().replaceAll('_', ' ')}`,
    sub_code: reason.sub_code ?? 'UNSPECIFIED_SUB_CODE',
  };
}
