import type { WebhookTrigger } from '@convapi/core';
import type { CallbackRecord, Repeats, ResendableState } from '../callbacks/index.ts';
import type { AccessKeys, NewAccessKey } from '../requests/index.ts';

/** Does what a dashboard does: sends callbacks again, shows what they look like, and hands out keys. */
export interface PlayControl {
  /**
   * Sends a callback once more, with a new nonce and time and the same body: in the same record, or with `to` to another address in a new one.
   *
   * @throws {@link EmulatorError} when there is no such callback, when it is under way, and when its webhook is gone
   */
  resend(callbackId: string, options?: { to?: string }): CallbackRecord;
  /**
   * Sends all callbacks that are over in this state once more, by default those that were dropped, in the order in which they were made.
   *
   * @returns ids of those that were sent, and of those whose webhook is gone
   */
  resendAll(state?: ResendableState): { resent: string[]; left: string[] };
  /**
   * Sends what a trigger looks like to a webhook, whether or not it asked for the trigger.
   *
   * @throws {@link EmulatorError} when there is no such webhook
   */
  sampleCallback(webhookId: string, trigger: WebhookTrigger): Promise<CallbackRecord>;
  /** Makes one more access key. This is the one time that its secret can be read. */
  createKey(name?: string): NewAccessKey;
  /** Ends an access key, and the tokens that were made with it. @throws {@link EmulatorError} when there is none, and for the key of the options */
  revokeKey(id: string): void;
}

export function createPlayControl(repeats: Repeats, keys: AccessKeys): PlayControl {
  return {
    resend: (callbackId, options) => structuredClone(repeats.resend(callbackId, options)),
    resendAll: (state = 'dropped') => repeats.resendAll(state),
    sampleCallback: (webhookId, trigger) => repeats.sample(webhookId, trigger).then((record) => structuredClone(record)),
    createKey: (name) => keys.create(name),
    revokeKey: (id) => keys.revoke(id),
  };
}
