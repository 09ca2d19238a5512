import type { ConversationChannel, WebhookEvents } from '@convapi/core';
import type { CallbackDispatcher, CallbackRecord, EmulatedEvent, EventLog, Repeats } from '../callbacks/index.ts';
import { EmulatorError } from '../emulator-error.ts';
import type { Faults } from '../faults/index.ts';
import type { AccessKeys, AccessTokens } from '../requests/index.ts';
import { type ChannelNews, tellChannelNews } from '../resources/apps/index.ts';
import { type ChannelAnswer, type ChannelAnswers, type HandsetMessage, identityKey } from '../resources/channels/index.ts';
import type { EmulatorSnapshot, Keeper } from '../snapshots/index.ts';
import { LATEST_MS, type TokenBucket } from '../time/index.ts';
import type { PlannedThing, Views } from '../views/index.ts';
import { type ContactActor, createContactActor } from './contact-actor.ts';
import type { ControlWorld } from './control-world.ts';
import { createFaultControl, type FaultControl } from './fault-control.ts';
import { createPlayControl, type PlayControl } from './play-control.ts';
import { type EventFilter, type EventOf, type EventPredicate, type WaitOptions, waitForEvent } from './wait-for.ts';
import { createWatchControl, type WatchControl } from './watch-control.ts';

/** How one channel behaves. */
export interface ChannelControl {
  /** Says how the channel answers messages from now on: to everyone, or to one address. */
  answers(answer: ChannelAnswer, only?: { identity?: string }): void;
  /**
   * Says that something changed on the channel itself: CHANNEL_EVENT, to every app that has it or to one.
   *
   * @throws {@link EmulatorError} when no app has it
   */
  tells(news: ChannelNews, only?: { app_id?: string }): void;
  /** Back to delivering everything; with an identity only for that address. */
  reset(only?: { identity?: string }): void;
}

/** Which messages of the handsets are wanted. */
export interface MessageFilter {
  channel?: string;
  identity?: string;
  app_id?: string;
}

/** Plays the world around the API: contacts, channels and time, and makes things go wrong. */
export interface EmulatorControl extends FaultControl, PlayControl, WatchControl {
  /** The contact with this address. With several apps on the channel, `app_id` says which one hears it. */
  contact(identity: string, channel: ConversationChannel, options?: { app_id?: string }): ContactActor;
  /** A channel. */
  channel(channel: ConversationChannel): ChannelControl;
  /**
   * Switches the opt-out lists of an app on, as they are at first, or off, as in the dashboard. Off, nobody is kept from getting messages.
   *
   * @throws {@link EmulatorError} when there is no such app
   */
  consents(appId: string, isOn: boolean): void;
  /** Every callback and each attempt to hand it over, oldest first. */
  callbacks(): CallbackRecord[];
  /** What the handsets got and wrote, and what ended as `FAILED` before it got there, oldest first, whether or not the app stores it. */
  messages(filter?: MessageFilter): HandsetMessage[];
  /**
   * The first event that fits, of the past or of the time to come. With a trigger the body has its type.
   *
   * @throws {@link EmulatorError} when none comes within `timeoutMs`, which says what came in its place
   */
  waitFor<Trigger extends keyof WebhookEvents>(
    filter: EventFilter & { trigger: Trigger },
    options?: WaitOptions,
  ): Promise<EventOf<Trigger>>;
  /**
   * The same for any event that fits: a filter, or a function.
   *
   * @throws {@link EmulatorError} when none comes within `timeoutMs`
   */
  waitFor(predicate: EventPredicate, options?: WaitOptions): Promise<EmulatedEvent>;
  /**
   * Resolves when no message and no callback is under way. Retries that are planned for later do not count.
   *
   * @param options `signal` ends the wait: it then rejects with the reason of the signal
   */
  idle(options?: { signal?: AbortSignal }): Promise<void>;
  /** The emulator's time, in milliseconds since 1970. */
  now(): number;
  /** Moves the time forward, and does what falls due on the way: retries, time-outs of channels, ends of tokens. */
  advance(ms: number): Promise<void>;
  /** Moves the time forward to what falls due first. @returns what that was; nothing where nothing is planned, and the time stays */
  advanceToNext(): Promise<PlannedThing | undefined>;
  /** Everything that the emulator remembers, with what is planned and the callbacks that nobody has taken yet; a JSON value. */
  snapshot(): EmulatorSnapshot;
  /**
   * Puts a snapshot in the place of all that is there. The time moves forward to that of the snapshot, never back; what is overdue
   * then happens at once. The logs of {@link events} and {@link callbacks} start anew.
   *
   * @throws {@link EmulatorError} when it is no snapshot, or one of a later version; then everything stays as it was
   */
  load(snapshot: EmulatorSnapshot): void;
  /** Forgets all: apps, webhooks, contacts, messages, how channels answer, and the logs. */
  reset(): void;
}

/** The parts that are controlled. */
export interface ControlParts {
  world: ControlWorld;
  keeper: Keeper;
  answers: ChannelAnswers;
  events: EventLog;
  callbacks: CallbackDispatcher;
  views: Views;
  repeats: Repeats;
  keys: AccessKeys;
  /** Rate limits, full again after a reset. */
  buckets: readonly TokenBucket[];
  faults: Faults;
  tokens: AccessTokens;
}

export function createControl(parts: ControlParts): EmulatorControl {
  const { world, keeper, answers, events, callbacks, views, repeats, keys, buckets, faults, tokens } = parts;
  const { clock, store } = world;
  return {
    ...createFaultControl(faults, tokens),
    ...createPlayControl(repeats, keys),
    ...createWatchControl(views),
    contact: (identity, channel, options) => createContactActor(world, identity, channel, options?.app_id),
    channel: (channel) => ({
      answers: (answer, only) => answers.set(channel, answer, only?.identity),
      tells(news, only) {
        if (tellChannelNews(world, channel, news, only?.app_id).length > 0) return;
        throw new EmulatorError(
          `No app ${only?.app_id ?? ''} has the channel ${channel}. Create one with channel_credentials for it first.`.replace('  ', ' '),
        );
      },
      reset: (only) => answers.reset(channel, only?.identity),
    }),
    consents(appId, isOn) {
      if (!store.apps.has(appId)) throw new EmulatorError(`There is no app ${appId}. Create it first.`);
      store.consents.switch(appId, isOn);
    },
    callbacks: () => structuredClone(callbacks.all()),
    messages: (filter = {}) =>
      views
        .messages()
        .filter((message) => isWanted(message, filter))
        .map((message) => ({ ...message })),
    // The body of an event is that of its trigger, which its type cannot know.
    waitFor: ((predicate: EventPredicate, options?: WaitOptions) => {
      if (options?.after !== undefined && !views.feed.isOurs(options.after)) {
        throw new EmulatorError(`after: ${options.after} is no moment of this run. Use the seq of an event, or control.seq().`);
      }
      return waitForEvent(events, predicate, options);
    }) as EmulatorControl['waitFor'],
    idle: ({ signal } = {}) => clock.idle(signal),
    now: () => clock.now(),
    snapshot: () => keeper.snapshot(),
    load: (snapshot) => keeper.load(snapshot),
    advance(ms) {
      if (!(ms >= 0)) throw new EmulatorError(`Time only moves forward: advance takes milliseconds from 0 up, not ${ms}.`);
      if (clock.now() + ms > LATEST_MS) throw new EmulatorError(`The calendar ends with the year 9999: ${ms} ms is beyond it.`);
      return clock.advance(ms);
    },
    async advanceToNext() {
      const [next] = views.planned(1).planned;
      if (next) await clock.advance(next.in_ms);
      return next;
    },
    reset() {
      keeper.forget();
      for (const bucket of buckets) bucket.clear();
      faults.reset();
      tokens.clear();
      views.requests.clear();
    },
  };
}

function isWanted(message: HandsetMessage, { channel, identity, app_id: appId }: MessageFilter): boolean {
  if (channel !== undefined && message.channel !== channel) return false;
  if (appId !== undefined && message.app_id !== appId) return false;
  return identity === undefined || identityKey(message.channel, identity) === identityKey(message.channel, message.identity);
}
