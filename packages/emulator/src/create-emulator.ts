import type { Hono } from 'hono';
import { createChannelAnswers } from './behaviour/channel-answers.ts';
import { createOutboundQueue } from './behaviour/sending/outbound-queue.ts';
import type { World } from './behaviour/world.ts';
import { createCallbackDispatcher } from './callbacks/dispatcher.ts';
import { createEventLog } from './callbacks/event-log.ts';
import { createPoster } from './callbacks/poster.ts';
import { createPublish } from './callbacks/publisher.ts';
import { createReceiverTokens } from './callbacks/receiver-tokens.ts';
import { createControl, type EmulatorControl } from './control/control.ts';
import { createAccessTokens } from './http/access-tokens.ts';
import { createApi } from './http/api.ts';
import { createHttpApp } from './http/create-http-app.ts';
import { describeEmulator } from './http/describe-emulator.ts';
import type { Settings } from './settings.ts';
import { createStore } from './store/store.ts';
import { createClock } from './time/clock.ts';
import { createTokenBucket } from './time/token-bucket.ts';
import { createUlids } from './time/ulid.ts';

/** Puts the rooms together; listening is left to the caller. */
export function createEmulator(settings: Settings, url: () => string): { app: Hono; control: EmulatorControl; stop: () => void } {
  const onError = (error: unknown) => console.error('[@convapi/emulator] A bug of the emulator:', error);
  const clock = createClock(settings.now, onError);
  const newId = createUlids(clock.now, settings.random);
  const store = createStore(settings.logLimit);
  const events = createEventLog(settings.logLimit);
  const answers = createChannelAnswers(settings);
  const { requestsPerSecond, outboundPerSecond, outboundQueue, tokensPerSecond, tokenBurst } = settings.rateLimits;
  const outbound = createOutboundQueue(clock, { perSecond: outboundPerSecond, capacity: outboundQueue });
  const calls = createTokenBucket(clock.now, requestsPerSecond);
  const tokenCalls = createTokenBucket(clock.now, tokensPerSecond, tokenBurst);
  const { retryDelaysMs, timeoutMs, allowTargets } = settings.webhooks;
  const poster = createPoster(timeoutMs);
  const receiverTokens = createReceiverTokens({ clock, timeoutMs, allowTargets });
  const callbacks = createCallbackDispatcher({
    clock,
    newId,
    poster,
    tokens: receiverTokens,
    retryDelaysMs,
    allowTargets,
    logLimit: settings.logLimit,
  });
  const publish = createPublish({ projectId: settings.projectId, clock, store, events, callbacks });
  const world: World = { settings, clock, newId, store, publish, answers, outbound };
  const control = createControl({ world, answers, events, callbacks, buckets: [calls, tokenCalls] });
  const tokens = createAccessTokens({ ...settings, now: clock.now });
  const about = () => describeEmulator(settings, url());
  const api = createApi(world, tokens, calls);
  const app = createHttpApp({ settings, tokens, tokenCalls, api: (request) => clock.track(api(request)), control, about, onError });

  function stop(): void {
    clock.clear();
    callbacks.clear();
    poster.close();
  }

  return { app, control, stop };
}
