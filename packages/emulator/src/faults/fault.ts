import type { ConversationChannel, ReasonCode, WebhookTrigger } from '@convapi/core';

/** A time in milliseconds, or one drawn anew each time between two. */
export type Duration = number | readonly [fromMs: number, toMs: number];

/** What goes wrong with a call of the API or of the token endpoint. Several of these may come together. */
export interface RequestEffect {
  /** The answer is late by so much real time. */
  latencyMs?: Duration;
  /** This status with an error body of the API, e.g. 503; the operation does not run. */
  status?: number;
  /** `error.message` of that body. */
  message?: string;
  /** Seconds in `Retry-After` and in the `google.rpc.RetryInfo` of that body. */
  retryAfterS?: number;
  /** The connection is reset: `before` the call is taken, `after` it was taken, or `midway` through the answer. */
  reset?: 'before' | 'after' | 'midway';
  /** Only the first half of the JSON arrives, as a whole answer. */
  truncate?: true;
  /** The body trickles in over so many milliseconds of real time. */
  slowBodyMs?: number;
  /** The access token of the call ends at once: it expires, or nobody knows it any more. */
  token?: 'expire' | 'revoke';
  /** The token that is asked for lives for so many seconds only. */
  tokenLifetimeS?: number;
}

/** What goes wrong with a callback. */
export interface CallbackEffect {
  /** So many more copies are sent. */
  duplicate?: number;
  /** It is sent after the next callback of the same webhook, or a second later where no other comes. */
  reorder?: true;
  /** It is sent so much later, in the emulator's time. */
  lateMs?: Duration;
  /** It is signed with another secret. */
  wrongSignature?: true;
  /** It is never sent. */
  lose?: true;
}

/** What goes wrong with a message on a channel. */
export interface ChannelEffect {
  /** The channel fails with this reason, or swallows the message and stays silent. */
  outage: ReasonCode | 'silence';
}

/** What goes wrong: with calls, with callbacks, or on channels. One rule has effects of one kind. */
export type FaultEffect = RequestEffect | CallbackEffect | ChannelEffect;

/** What a rule is about: all that is given has to fit. */
export interface FaultMatch {
  /** Id of the operation, e.g. `Messages_SendMessage`; `Token` for the token endpoint. Calls only. */
  operation?: string;
  /** HTTP method. Calls only. */
  method?: string;
  /** The path, in which `*` stands for anything, e.g. `*messages:send`. Calls only. */
  path?: string;
  /** Callbacks only. */
  trigger?: WebhookTrigger;
  /** The channel, wherever it stands in a call or a callback. */
  channel?: ConversationChannel;
  /** The address on the channel, likewise. */
  identity?: string;
  /** The app, likewise. */
  app_id?: string;
}

/** A rule: what goes wrong, with what, how often. */
export interface Fault {
  effect: FaultEffect;
  /** Default: everything. */
  match?: FaultMatch;
  /** The share of what fits that it hits, from 0 to 1. Default 1. */
  share?: number;
  /** So many pass unharmed first. Default 0. */
  after?: number;
  /** How often it happens at most. Default: always. */
  times?: number;
  /** How long the rule lasts, in milliseconds of the emulator's time. Default: until it is removed. */
  forMs?: number;
}

/** Where a fault happens. */
export type FaultPoint = 'request' | 'callback' | 'channel';

/** A rule and what it has done so far. */
export interface FaultState extends Fault {
  id: string;
  /** How often something fitted. */
  seen: number;
  /** How often it went wrong. */
  fired: number;
}

/** One fault that happened. */
export interface FiredFault {
  /** Id of the rule. */
  fault: string;
  time: string;
  at: FaultPoint;
  effect: FaultEffect;
  /** What it hit. */
  subject: FaultSubject;
}

/** What a rule may fit. */
export interface FaultSubject {
  operation?: string;
  method?: string;
  path?: string;
  trigger?: string;
  channels?: readonly string[];
  identities?: readonly string[];
  app_ids?: readonly string[];
  message_id?: string;
}
