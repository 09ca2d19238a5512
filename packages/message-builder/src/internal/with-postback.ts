import type { Choice } from '@convapi/core';

/** Adds the postback to a choice that was made for this call; an empty one counts, a missing one leaves no key. */
export function withPostback<T extends Choice>(choice: T, postback: string | undefined): T & { postback_data?: string } {
  if (postback !== undefined) choice.postback_data = postback;
  return choice;
}
