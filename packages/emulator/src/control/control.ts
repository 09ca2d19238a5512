import type { ConversationChannel } from '@convapi/core';
import type { ChannelAnswer, ChannelAnswers } from '../behaviour/channel-answers.ts';
import type { World } from '../behaviour/world.ts';
import type { CallbackRecord } from '../callbacks/callback-record.ts';
import type { CallbackDispatcher } from '../callbacks/dispatcher.ts';
import type { EmulatedEvent, EventLog } from '../callbacks/event-log.ts';
import { EmulatorError } from '../emulator-error.ts';
import { identityKey } from '../store/identity.ts';
import type { HandsetMessage } from '../store/records.ts';
import type { TokenBucket } from '../time/token-bucket.ts';
import { type ContactActor, createContactActor } from './contact-actor.ts';
import { type EventPredicate, waitForEvent } from './wait-for.ts';

/** How one channel behaves. */
export interface ChannelControl {
  /** Says how the channel answers messages from now on: to everyone, or to one address. */
  answers(answer: ChannelAnswer, only?: { identity?: string }): void;
  /** Back to delivering everything; with an identity only for that address. */
  reset(only?: { identity?: string }): void;
}

/** Which messages of the handsets are wanted. */
export interface MessageFilter {
  channel?: string;
  identity?: string;
  app_id?: string;
}

/** Plays the world around the API: contacts, channels and time. */
export interface EmulatorControl {
  /** The contact with this address. With several apps on the channel, `app_id` says which one hears it. */
  contact(identity: string, channel: ConversationChannel, options?: { app_id?: string }): ContactActor;
  /** A channel. */
  channel(channel: ConversationChannel): ChannelControl;
  /** Every callback and each attempt to hand it over, oldest first. */
  callbacks(): CallbackRecord[];
  /** All that happened, told to a webhook or not, oldest first. */
  events(): EmulatedEvent[];
  /** What the handsets got and wrote, oldest first, whether or not the app stores it. */
  messages(filter?: MessageFilter): HandsetMessage[];
  /**
   * The first event that fits, of the past or of the time to come.
   *
   * @throws {@link EmulatorError} when none comes within `timeoutMs` (default 5,000, real time)
   */
  waitFor(predicate: EventPredicate, options?: { timeoutMs?: number }): Promise<EmulatedEvent>;
  /** Resolves when no message and no callback is under way. Retries that are planned for later do not count. */
  idle(): Promise<void>;
  /** The emulator's time, in milliseconds since 1970. */
  now(): number;
  /** Moves the time forward, and does what falls due on the way: retries, time-outs of channels, ends of tokens. */
  advance(ms: number): Promise<void>;
  /** Forgets all: apps, webhooks, contacts, messages, how channels answer, and the logs. */
  reset(): void;
}

/** The parts that are controlled. */
export interface ControlParts {
  world: World;
  answers: ChannelAnswers;
  events: EventLog;
  callbacks: CallbackDispatcher;
  /** Rate limits, full again after a reset. */
  buckets: readonly TokenBucket[];
}

export function createControl({ world, answers, events, callbacks, buckets }: ControlParts): EmulatorControl {
  const { clock, store } = world;
  return {
    contact: (identity, channel, options) => createContactActor(world, identity, channel, options?.app_id),
    channel: (channel) => ({
      answers: (answer, only) => answers.set(channel, answer, only?.identity),
      reset: (only) => answers.reset(channel, only?.identity),
    }),
    callbacks: () => structuredClone(callbacks.all()),
    events: () => structuredClone(events.all()),
    messages: (filter = {}) =>
      store.handsets
        .all()
        .filter((message) => isWanted(message, filter))
        .map((message) => ({ ...message })),
    waitFor: (predicate, options) => waitForEvent(events, predicate, options?.timeoutMs),
    idle: () => clock.idle(),
    now: () => clock.now(),
    advance(ms) {
      if (!(ms >= 0)) throw new EmulatorError(`Time only moves forward: advance takes milliseconds from 0 up, not ${ms}.`);
      return clock.advance(ms);
    },
    reset() {
      clock.clear();
      callbacks.clear();
      events.clear();
      answers.clear();
      store.clear();
      world.outbound.clear();
      for (const bucket of buckets) bucket.clear();
    },
  };
}

function isWanted(message: HandsetMessage, { channel, identity, app_id: appId }: MessageFilter): boolean {
  if (channel !== undefined && message.channel !== channel) return false;
  if (appId !== undefined && message.app_id !== appId) return false;
  return identity === undefined || identityKey(message.channel, identity) === identityKey(message.channel, message.identity);
}
