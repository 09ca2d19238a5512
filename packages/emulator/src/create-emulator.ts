import {
  createCallbackDispatcher,
  createEventLog,
  createPoster,
  createPublisher,
  createReceiverTokens,
  createRepeats,
  createTargetOf,
} from './callbacks/index.ts';
import type { Contract } from './contract/index.ts';
import { createControl, guardControl } from './control/index.ts';
import { isEmpty, openPersistence, type Persistence, type WriteSync } from './data/index.ts';
import { EmulatorError } from './emulator-error.ts';
import { createFaultStore } from './faults/index.ts';
import { createFeed, watchNotes } from './feed/index.ts';
import { createApi, describeEmulator } from './http/index.ts';
import { createTime } from './jobs/index.ts';
import type { Space } from './namespaces/index.ts';
import { createAccessKeys, createAccessTokens, createAnswerStored, createRequestLog } from './requests/index.ts';
import { createChannelAnswers } from './resources/channels/index.ts';
import { createOutboundQueue, deliver, lastMessageOf } from './resources/messages/index.ts';
import { plantSeed } from './seeds/index.ts';
import { createHandlers, createJobRunner, createStore, createTopics, type ServiceJob, subscribeAll, type World } from './service/index.ts';
import type { Settings } from './settings.ts';
import { createKeeper } from './snapshots/index.ts';
import { createTokenBucket } from './time/index.ts';
import { type Change, createRequestViews, createViews, createWatchers } from './views/index.ts';

/** Frames of the stream for each entry of the logs: a message is an entry in three of them, and changes a few times. */
const FRAMES_AN_ENTRY = 2;

/** What the namespaces of an emulator share. */
export interface EmulatorParts {
  contract: Contract;
  url: () => string;
  /** Hears of bugs. */
  onError: (error: unknown) => void;
  /** Hears what the user should know. */
  tell: (message: string) => void;
  /** Writes to the disk; a test may have one that is full. */
  write?: WriteSync;
}

/**
 * Puts the parts together, with what was written down before; listening is left to the caller.
 *
 * @throws {@link EmulatorError} when the data folder or the seed cannot be used
 */
export async function createEmulator(settings: Settings, parts: EmulatorParts): Promise<Space> {
  const { salvage, data } = settings;
  const persistence = await openPersistence(data, { salvage, tell: parts.tell, ...(parts.write ? { write: parts.write } : {}) });
  try {
    const { space, world, keeper, state } = assemble(settings, parts, persistence);
    persistence.restore(keeper);
    if (settings.seed !== undefined && isEmpty(state)) plantSeed(settings.seed, { world, contract: parts.contract, keeper });
    keeper.resume();
    await persistence.journal.committed()?.catch((cause: unknown) => {
      throw new EmulatorError(persistence.problem(), { cause });
    });
    return space;
  } catch (error) {
    await persistence.close();
    throw error;
  }
}

function assemble(settings: Settings, parts: EmulatorParts, persistence: Persistence) {
  const { contract, url, onError } = parts;
  const { journal } = persistence;
  const { committed } = journal;
  const { logLimit, retentionDayMs, rateLimits, webhooks } = settings;
  const feed = createFeed<Change>(logLimit * FRAMES_AN_ENTRY);
  const noteFor = watchNotes(
    journal.noteFor,
    createWatchers(feed, () => clock.now()),
  );
  const time = createTime({ ...settings, onError, noteFor, run: (job: ServiceJob) => runJob(job) });
  const { clock, newId, plan, scheduler } = time;
  const store = createStore({
    logLimit,
    retentionDayMs,
    noteFor,
    now: clock.now,
    // That of the note which writes it down.
    nextSeq: () => feed.seq() + 1,
    onTyping: (channel, identity, { from, app_id: appId }, isTyping) =>
      void feed.add({ type: 'typing', channel, identity, appId, from, isTyping }),
  });
  const events = createEventLog(logLimit, (event) => feed.add({ type: 'event', event }));
  const requests = createRequestLog({
    limit: settings.requestLog,
    now: clock.now,
    onRequest: (entry) => feed.add({ type: 'request', entry }),
  });
  const answers = createChannelAnswers({ ...settings, noteFor });
  const { outboundPerSecond: perSecond, outboundQueue: capacity } = rateLimits;
  const outbound = createOutboundQueue({ clock, plan, perSecond, capacity, noteFor }, (delivery) => deliver(world, delivery));
  const keys = createAccessKeys({ first: settings, now: clock.now, noteFor });
  const tokens = createAccessTokens({ ...settings, now: clock.now, hasKey: keys.has });
  const { faults, withFaults, outage, ...faultStore } = createFaultStore({
    settings,
    now: clock.now,
    tokens,
    routes: contract.routes,
    onChange: () => void feed.add({ type: 'fault' }),
  });
  const calls = createTokenBucket(clock.now, rateLimits.requestsPerSecond);
  const tokenCalls = createTokenBucket(clock.now, rateLimits.tokensPerSecond, rateLimits.tokenBurst);
  const { timeoutMs, allowTargets } = webhooks;
  const targetOf = createTargetOf(allowTargets);
  const poster = createPoster(timeoutMs, allowTargets, targetOf);
  const receiverTokens = createReceiverTokens({ clock, poster });
  const callbacks = createCallbackDispatcher({
    ...webhooks,
    clock,
    plan,
    newId,
    poster,
    targetOf,
    tokens: receiverTokens,
    logLimit,
    noteFor,
    committed,
    onChange: (record) => feed.add({ type: 'callback', record }),
  });
  const send = faultStore.spoilCallbacks({ send: callbacks.send, plan });
  const publisher = createPublisher({ projectId: settings.projectId, clock, plan, store, events, send });
  const topics = createTopics();
  const { publish } = publisher;
  const world: World & { settings: Settings } = {
    settings,
    clock,
    plan,
    newId,
    store,
    publish,
    topics,
    answers,
    outage,
    outbound,
    lastMessageOf: (conversationId) => lastMessageOf({ store }, conversationId),
  };
  subscribeAll(world);
  const runJob = createJobRunner(createHandlers(world, publisher, callbacks));
  const state = [time.part, ...store.parts, answers.part, outbound.part, callbacks.part, scheduler.part, keys.part];
  const keeper = createKeeper({ clock, scheduler, callbacks, events, state, replacing: feed.replacing });
  const request = createRequestViews({ routes: contract.routes, region: settings.region, keyOf: tokens.keyOf });
  const views = createViews({ feed, store, events, callbacks, requests, request, keys, faults, answers, clock, scheduler });
  const repeats = createRepeats({ store, callbacks, projectId: settings.projectId, now: clock.now, random: settings.random });
  const buckets = [calls, tokenCalls];
  const control = guardControl(
    createControl({ world, keeper, answers, events, callbacks, views, repeats, keys, buckets, faults, tokens }),
    persistence,
  );
  const about = () => ({ ...describeEmulator(settings, url()), seq: feed.seq(), listeners: feed.readers() });
  const { api, asOwner } = createApi(world, { keys, tokens }, calls, contract, { onBug: onError, tell: parts.tell });

  async function stop(): Promise<void> {
    // First, so that what is dropped now is there again after the next start.
    const closed = persistence.close();
    feed.close();
    faultStore.stop();
    clock.clear();
    callbacks.clear();
    poster.close();
    await closed;
  }

  const space: Space = {
    settings,
    control,
    views,
    keys,
    tokens,
    tokenCalls,
    api: (request) => clock.track(api(request)),
    asOwner: (request, path) => clock.track(asOwner(request, path)),
    answerStored: createAnswerStored(persistence),
    withFaults,
    about,
    stop,
  };
  return { space, world, keeper, state };
}
