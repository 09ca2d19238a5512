import type { WebhookTrigger } from '@convapi/core';
import { EmulatorError } from '../emulator-error.ts';
import type { AppRecord } from '../resources/apps/index.ts';
import type { WebhookStore } from '../resources/webhooks/index.ts';
import type { CallbackJob, CallbackRecord } from './callback-record.ts';
import type { CallbackDispatcher } from './dispatcher.ts';

/** Callbacks that are sent because somebody asked for them, and not because something happened. */
export interface Repeats {
  /**
   * Sends a callback once more, with a new nonce and time and the same body: in the same record, or with `to` in a new one.
   *
   * @throws {@link EmulatorError} when there is no such callback, when it is under way, and when its webhook is gone
   */
  resend(callbackId: string, options?: { to?: string }): CallbackRecord;
  /** Sends all that are over in this state once more, in the order in which they were made. @returns those that were sent, and those whose webhook is gone */
  resendAll(state: ResendableState): { resent: string[]; left: string[] };
  /** Sends what a trigger looks like to a webhook, whether or not it asked for the trigger. @throws {@link EmulatorError} when there is no such webhook */
  sample(webhookId: string, trigger: WebhookTrigger): Promise<CallbackRecord>;
}

/** States in which a callback is over. */
export const RESENDABLE_STATES = ['dropped', 'refused', 'delivered'] as const;
/** A state in which a callback is over, so that it can be sent once more. */
export type ResendableState = (typeof RESENDABLE_STATES)[number];

/** What {@link createRepeats} works with. */
export interface RepeatParts {
  store: { apps: ReadonlyMap<string, AppRecord>; webhooks: WebhookStore };
  callbacks: CallbackDispatcher;
  projectId: string;
  now: () => number;
  random: () => number;
}

/** Those that are sent together wait for each other, as they did at first. */
const LANE = 'resent';

type Receiver = Pick<CallbackJob, 'target' | 'secret' | 'credentials'>;

export function createRepeats({ store, callbacks, projectId, now, random }: RepeatParts): Repeats {
  /** Where it went, with what is known of that now: the secret may be a new one. */
  function receiverOf({ webhook_id: webhookId, app_id: appId, target }: CallbackRecord): Receiver | undefined {
    if (webhookId === null) {
      const app = store.apps.get(appId);
      return app && { target, secret: app.callback_settings?.secret_for_overridden_callback_urls, credentials: undefined };
    }
    const webhook = store.webhooks.get(webhookId);
    return webhook && { target: webhook.target, secret: webhook.secret, credentials: webhook.client_credentials ?? undefined };
  }

  function toJob({ trigger, app_id: appId, webhook_id: webhookId, body }: CallbackRecord, receiver: Receiver, lane: string): CallbackJob {
    return { trigger, appId, webhookId, ...receiver, lane, body };
  }

  return {
    resend(callbackId, { to } = {}) {
      const record = callbacks.find(callbackId);
      if (!record) throw new EmulatorError(`There is no callback ${callbackId}. GET /_emulator/callbacks lists what is remembered.`);
      const receiver = receiverOf(record);
      if (!receiver) throw new EmulatorError(`The webhook of callback ${callbackId} is gone, and with it the secret. Create it anew.`);
      // Each by itself: nobody waits for it.
      if (to !== undefined) {
        const job = toJob(record, { ...receiver, target: checkTarget(to) }, record.id);
        return callbacks.send(job, record.event, { resend_of: record.id });
      }
      if (record.state === 'pending') throw new EmulatorError(`The callback ${callbackId} is under way: it is tried again by itself.`);
      callbacks.resend(record, toJob(record, receiver, record.id));
      return record;
    },
    resendAll(state) {
      const over = callbacks.all().filter((record) => record.state === state);
      const [resent, left]: [string[], string[]] = [[], []];
      for (const record of over) {
        const receiver = receiverOf(record);
        if (receiver) callbacks.resend(record, toJob(record, receiver, LANE));
        (receiver ? resent : left).push(record.id);
      }
      return { resent, left };
    },
    async sample(webhookId, trigger) {
      // Most programs never ask.
      const { sampleCallback } = await import('@convapi/webhook-verifier/rehearse');
      const webhook = store.webhooks.get(webhookId);
      if (!webhook) throw new EmulatorError(`There is no webhook ${webhookId}. Create it first.`);
      const { app_id: appId, target, secret, client_credentials: credentials } = webhook;
      const event = { ...sampleCallback(trigger, { appId, now: now(), random }), project_id: projectId };
      const job = {
        trigger,
        appId,
        webhookId,
        target,
        secret,
        credentials: credentials ?? undefined,
        lane: 'sample',
        body: JSON.stringify(event),
      };
      return callbacks.send(job, event, { sample: true });
    },
  };
}

function checkTarget(target: string): string {
  if (URL.canParse(target) && /^https?:/i.test(target)) return target;
  throw new EmulatorError(`to must be an http or https URL, not ${target}.`);
}
