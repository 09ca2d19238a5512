import { type ClientCredentials, WEBHOOK_PAYLOAD_KEYS } from '@convapi/core';
import type { Plan } from '../jobs/index.ts';
import type { News, Publish } from '../news/index.ts';
import type { AppRecord } from '../resources/apps/index.ts';
import type { WebhookRecord } from '../resources/webhooks/index.ts';
import { type Clock, toTimestamp } from '../time/index.ts';
import type { CallbackJob } from './callback-record.ts';
import type { EventLog } from './event-log.ts';

/** Both halves of telling: what happened is written down at once, and told in the next turn. */
export interface Publisher {
  publish: Publish;
  tell(job: TellJob): void;
}

/** News in the form in which they are told. */
export interface TellJob {
  kind: 'tell';
  receivers: Pick<News, 'trigger' | 'appId' | 'lane' | 'callbackUrl'>;
  body: Record<string, unknown>;
  time: string;
}

/** Where it stands who hears of what. */
interface ReceiverStore {
  apps: { get(id: string): AppRecord | undefined };
  webhooks: { ofApp(appId: string): readonly WebhookRecord[] };
}

/** What {@link createPublisher} works with. */
export interface PublisherParts {
  /** Goes into every body. */
  projectId: string;
  clock: Clock;
  plan: Plan<TellJob>;
  store: ReceiverStore;
  events: EventLog;
  /** Sends a callback. */
  send: (callback: CallbackJob, event: Record<string, unknown>) => void;
}

export function createPublisher({ projectId, clock, plan, store, events, send }: PublisherParts): Publisher {
  const keys = new Map<string, string>(Object.entries(WEBHOOK_PAYLOAD_KEYS).map(([key, trigger]) => [trigger, key]));

  return {
    publish(news) {
      const { trigger, appId, lane, callbackUrl } = news;
      const time = toTimestamp(clock.now());
      const body = {
        app_id: appId,
        accepted_time: news.acceptedMs === undefined ? time : toTimestamp(news.acceptedMs),
        event_time: time,
        project_id: projectId,
        [keys.get(trigger) ?? '']: news.payload,
        message_metadata: news.messageMetadata ?? '',
        correlation_id: news.correlationId ?? '',
      };
      // Not at once: whoever caused the news should have the answer to the call before the callback.
      plan({ kind: 'tell', receivers: { trigger, appId, lane, callbackUrl }, body, time });
    },
    tell({ receivers: { trigger, appId, lane, callbackUrl }, body, time }) {
      events.add({ trigger, app_id: appId, time, body });
      const receivers = findReceivers(store, { trigger, appId, callbackUrl });
      if (receivers.length === 0) return;
      const text = JSON.stringify(body);
      for (const receiver of receivers) send({ ...receiver, trigger, appId, lane, body: text }, body);
    },
  };
}

interface Receiver {
  webhookId: string | null;
  target: string;
  secret: string | undefined;
  credentials: ClientCredentials | undefined;
}

function findReceivers(store: ReceiverStore, { appId, trigger, callbackUrl }: Pick<News, 'trigger' | 'appId' | 'callbackUrl'>): Receiver[] {
  if (callbackUrl !== undefined) {
    const secret = store.apps.get(appId)?.callback_settings?.secret_for_overridden_callback_urls;
    return [{ webhookId: null, target: callbackUrl, secret, credentials: undefined }];
  }
  return store.webhooks
    .ofApp(appId)
    .filter((webhook) => webhook.target_type !== 'DISMISS' && webhook.triggers?.includes(trigger))
    .map(({ id, target, secret, client_credentials: credentials }) => ({ webhookId: id, target, secret, credentials }));
}
