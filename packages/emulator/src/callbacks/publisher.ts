import { type ClientCredentials, WEBHOOK_PAYLOAD_KEYS, type WebhookTrigger } from '@convapi/core';
import type { Store } from '../store/store.ts';
import type { Clock } from '../time/clock.ts';
import { toTimestamp } from '../time/to-timestamp.ts';
import type { CallbackDispatcher } from './dispatcher.ts';
import type { EventLog } from './event-log.ts';

/** Something that an app is told. */
export interface News {
  trigger: WebhookTrigger;
  appId: string;
  payload: object;
  /** Whom it is about, so that callbacks about one contact keep their order. */
  lane: string;
  /** When the API took the request behind it, in milliseconds; default now. */
  acceptedMs?: number | undefined;
  messageMetadata?: string | undefined;
  correlationId?: string | undefined;
  /** A URL of the message that takes the place of the app's webhooks. */
  callbackUrl?: string | undefined;
}

/** Tells the webhooks of an app, and the log. */
export type Publish = (news: News) => void;

/** @param projectId goes into every body */
export function createPublish(parts: {
  projectId: string;
  clock: Clock;
  store: Store;
  events: EventLog;
  callbacks: CallbackDispatcher;
}): Publish {
  const { projectId, clock, store, events, callbacks } = parts;
  const keys = new Map<string, string>(Object.entries(WEBHOOK_PAYLOAD_KEYS).map(([key, trigger]) => [trigger, key]));

  function tell(news: News, body: Record<string, unknown>, time: string): void {
    events.add({ trigger: news.trigger, app_id: news.appId, time, body });
    const receivers = findReceivers(store, news);
    if (receivers.length === 0) return;
    const text = JSON.stringify(body);
    for (const receiver of receivers) {
      callbacks.send({ ...receiver, trigger: news.trigger, appId: news.appId, lane: news.lane, event: body, body: text });
    }
  }

  return (news) => {
    const time = toTimestamp(clock.now());
    const body = {
      app_id: news.appId,
      accepted_time: news.acceptedMs === undefined ? time : toTimestamp(news.acceptedMs),
      event_time: time,
      project_id: projectId,
      [keys.get(news.trigger) ?? '']: news.payload,
      message_metadata: news.messageMetadata ?? '',
      correlation_id: news.correlationId ?? '',
    };
    // Not at once: whoever caused the news should have the answer to the call before the callback.
    clock.after(0, () => tell(news, body, time));
  };
}

interface Receiver {
  webhookId: string | null;
  target: string;
  secret: string | undefined;
  credentials: ClientCredentials | undefined;
}

function findReceivers(store: Store, { appId, trigger, callbackUrl }: News): Receiver[] {
  if (callbackUrl !== undefined) {
    const secret = store.apps.get(appId)?.callback_settings?.secret_for_overridden_callback_urls;
    return [{ webhookId: null, target: callbackUrl, secret, credentials: undefined }];
  }
  return store.webhooks
    .ofApp(appId)
    .filter((webhook) => webhook.target_type !== 'DISMISS' && webhook.triggers?.includes(trigger))
    .map(({ id, target, secret, client_credentials: credentials }) => ({ webhookId: id, target, secret, credentials }));
}
