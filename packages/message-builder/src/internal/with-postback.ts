import type { Choice } from '@convapi/core';
import { need } from './need.ts';

/** Adds the postback to a choice that was made for this call; an empty one counts, a missing one leaves no key. */
export function withPostback<T extends Choice>(builder: string, choice: T, postback: string | undefined): T & { postback_data?: string } {
  if (postback !== undefined) choice.postback_data = need(`${builder}.postback`, postback);
  return choice;
}
