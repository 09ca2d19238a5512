import { createCallbackDispatcher, createEventLog, createPoster, createPublisher, createReceiverTokens } from './callbacks/index.ts';
import type { Contract } from './contract/index.ts';
import { createControl, guardControl } from './control/index.ts';
import { isEmpty, openPersistence, type Persistence, type WriteSync } from './data/index.ts';
import { EmulatorError } from './emulator-error.ts';
import { createFaultStore } from './faults/index.ts';
import { createApi, describeEmulator } from './http/index.ts';
import { createTime } from './jobs/index.ts';
import type { Space } from './namespaces/index.ts';
import { createAccessTokens, createAnswerStored } from './requests/index.ts';
import { createChannelAnswers } from './resources/channels/index.ts';
import { createOutboundQueue, deliver, lastMessageOf } from './resources/messages/index.ts';
import { plantSeed } from './seeds/index.ts';
import { createHandlers, createJobRunner, createStore, createTopics, type ServiceJob, subscribeAll, type World } from './service/index.ts';
import type { Settings } from './settings.ts';
import { createKeeper } from './snapshots/index.ts';
import { createTokenBucket } from './time/index.ts';

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
  const { noteFor, committed } = journal;
  const { logLimit, retentionDayMs, rateLimits, webhooks } = settings;
  const time = createTime({ ...settings, onError, noteFor, run: (job: ServiceJob) => runJob(job) });
  const { clock, newId, plan, scheduler } = time;
  const store = createStore({ logLimit, retentionDayMs, noteFor });
  const events = createEventLog(logLimit);
  const answers = createChannelAnswers({ ...settings, noteFor });
  const { outboundPerSecond: perSecond, outboundQueue: capacity } = rateLimits;
  const outbound = createOutboundQueue({ clock, plan, perSecond, capacity, noteFor }, (delivery) => deliver(world, delivery));
  const tokens = createAccessTokens({ ...settings, now: clock.now });
  const { faults, withFaults, outage, ...faultStore } = createFaultStore({ settings, now: clock.now, tokens, routes: contract.routes });
  const calls = createTokenBucket(clock.now, rateLimits.requestsPerSecond);
  const tokenCalls = createTokenBucket(clock.now, rateLimits.tokensPerSecond, rateLimits.tokenBurst);
  const { timeoutMs, allowTargets } = webhooks;
  const poster = createPoster(timeoutMs, allowTargets);
  const receiverTokens = createReceiverTokens({ clock, poster });
  const callbacks = createCallbackDispatcher({
    ...webhooks,
    clock,
    plan,
    newId,
    poster,
    tokens: receiverTokens,
    logLimit,
    noteFor,
    committed,
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
  const state = [time.part, ...store.parts, answers.part, outbound.part, callbacks.part, scheduler.part];
  const keeper = createKeeper({ clock, scheduler, callbacks, events, state });
  const control = guardControl(
    createControl({ world, keeper, answers, events, callbacks, buckets: [calls, tokenCalls], faults, tokens }),
    persistence,
  );
  const about = () => describeEmulator(settings, url());
  const api = createApi(world, tokens, calls, contract, { onBug: onError, tell: parts.tell });

  async function stop(): Promise<void> {
    // First, so that what is dropped now is there again after the next start.
    const closed = persistence.close();
    faultStore.stop();
    clock.clear();
    callbacks.clear();
    poster.close();
    await closed;
  }

  const space: Space = {
    settings,
    control,
    tokens,
    tokenCalls,
    api: (request) => clock.track(api(request)),
    answerStored: createAnswerStored(persistence),
    withFaults,
    about,
    stop,
  };
  return { space, world, keeper, state };
}
