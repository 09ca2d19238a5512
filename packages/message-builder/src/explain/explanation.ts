import type { ProcessingMode, ReasonCode } from '@convapi/core';
import type { SmsCount } from '../check/count-sms.ts';
import type { Certainty, RenderedMessage } from '../render/rendered-message.ts';

/**
 * Which of the service's three rules gives the order of channels: `priority_order`, the one of the request; `identities`, the one of the
 * recipient's addresses; `contact`, first the channel of the conversation, then the contact's own, then the app's.
 */
export type OrderRule = 'priority_order' | 'identities' | 'contact';

/** Why the message, or one attempt, will not arrive. */
export interface Refusal {
  /** `call`: the call itself is answered with 400. `delivery`: it is answered with 200, and a delivery report says this. */
  stage: 'call' | 'delivery';
  /** The code in the answer or in the report. */
  code: ReasonCode | 'INVALID_ARGUMENT';
  /** The channel that refuses; none when all of the message is refused. */
  channel?: string;
  /** `possible` where it depends on what is not known here. */
  chance: 'certain' | 'possible';
  /** What is wrong, in a sentence. */
  what: string;
  basis: Certainty;
}

/** How long an app may still write freely. */
export interface SendingWindow {
  state: 'open' | 'closed' | 'unknown';
  /** Length of the window. */
  hours: number;
  /** When it ends or ended, RFC 3339 in UTC; missing where the last message of the contact is not known. */
  until?: string;
}

/** Something that makes the message dearer. */
export interface CostDriver {
  kind: 'segments' | 'media' | 'attempts' | 'fallback';
  channel?: string;
  what: string;
  basis: Certainty;
}

/** One channel that is tried. */
export interface Attempt {
  channel: string;
  /** Address, where it is known. */
  identity?: string;
  /** What the channel shows. */
  rendered: RenderedMessage;
  /** Parts of an SMS. */
  sms?: SmsCount;
  /** Time left to answer freely, on WhatsApp, Messenger and Instagram. */
  window?: SendingWindow;
  refusals: Refusal[];
}

/** What a send will do: plain data, the same for the same input. */
export interface Explanation {
  /** `refused`: answered with 400. `fails`: answered with 200, then FAILED. `sent`: nothing known is against it. */
  outcome: 'sent' | 'fails' | 'refused';
  /** How the app treats this message. */
  mode: ProcessingMode;
  /** Which rule gives the order. */
  rule: OrderRule;
  /** The rule in a sentence. */
  why: string;
  /** The channels in the order in which they are tried: the next one only when the one before fails. */
  attempts: Attempt[];
  /** What is against the message as a whole; what is against one attempt stands there. */
  refusals: Refusal[];
  costs: CostDriver[];
}
