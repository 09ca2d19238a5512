import fc from 'fast-check';
import { credential } from '../../support.ts';
import { command, someChannels, whichever } from '../command.ts';
import type { Real } from '../real.ts';
import { fresh, type Model, pick } from '../state.ts';

const TRIGGERS = ['MESSAGE_INBOUND', 'MESSAGE_DELIVERY', 'MESSAGE_SUBMIT', 'CONTACT_CREATE', 'CONTACT_MERGE', 'CONVERSATION_START'];

export interface NewApp {
  mode: 'CONVERSATION' | 'DISPATCH';
  channels: string[];
  days: number;
  dispatchDays: number;
  byConversation: boolean;
}

export async function createApp(model: Model, real: Real, { mode, channels, days, dispatchDays, byConversation }: NewApp): Promise<void> {
  const { id } = await real.done('POST', '/apps', {
    display_name: 'Model',
    channel_credentials: channels.map(credential),
    processing_mode: mode,
    retention_policy:
      days === Number.POSITIVE_INFINITY
        ? { retention_type: 'PERSIST_RETENTION_POLICY' }
        : { retention_type: byConversation ? 'CONVERSATION_EXPIRE_POLICY' : 'MESSAGE_EXPIRE_POLICY', ttl_days: days },
    dispatch_retention_policy: { retention_type: 'MESSAGE_EXPIRE_POLICY', ttl_days: dispatchDays },
  });
  model.apps.push({
    id: fresh(model, id),
    mode,
    channels,
    days,
    dispatchDays,
    byConversation: byConversation && days !== Number.POSITIVE_INFINITY,
    webhooks: [],
  });
}

const create = command({
  name: 'createApp',
  with: fc.record({
    mode: fc.constantFrom('CONVERSATION' as const, 'DISPATCH' as const),
    channels: someChannels,
    days: fc.constantFrom(1, 2, 180, Number.POSITIVE_INFINITY),
    dispatchDays: fc.constantFrom(0, 1, 7),
    byConversation: fc.boolean(),
  }),
  when: (model) => model.apps.length < 4,
  run: createApp,
});

const changeChannels = command({
  name: 'changeChannels',
  with: fc.record({ app: whichever, channels: someChannels }),
  when: (model) => model.apps.length > 0,
  async run(model, real, { app: number, channels }) {
    const app = pick(model.apps, number);
    await real.done('PATCH', `/apps/${app.id}`, { channel_credentials: channels.map(credential) });
    app.channels = channels;
  },
});

const deleteApp = command({
  name: 'deleteApp',
  with: whichever,
  when: (model) => model.apps.length > 1,
  async run(model, real, number) {
    const { id } = pick(model.apps, number);
    await real.done('DELETE', `/apps/${id}`);
    const belongs = ({ appId }: { appId: string }) => appId === id;
    model.gone.conversations.push(...model.conversations.filter(belongs).map((one) => one.id));
    model.gone.messages.push(...model.messages.filter(belongs).map((one) => one.id));
    model.gone.apps.push(id);
    model.apps = model.apps.filter((app) => app.id !== id);
    model.conversations = model.conversations.filter((one) => !belongs(one));
    model.messages = model.messages.filter((one) => !belongs(one));
    model.optOuts = model.optOuts.filter((one) => !belongs(one));
    model.unread = model.unread.filter((one) => !belongs(one));
  },
});

const addWebhook = command({
  name: 'addWebhook',
  with: fc.record({ app: whichever, target: fc.nat(6), triggers: fc.subarray(TRIGGERS, { minLength: 1 }) }),
  when: (model) => model.apps.length > 0,
  async run(model, real, { app: number, target, triggers }) {
    const app = pick(model.apps, number);
    // A path for each app, so that the receiver can tell them apart.
    const path = `/${app.id}/${target}`;
    const request = { app_id: app.id, target: real.receiver + path, target_type: 'HTTP', triggers, secret: 'model' };
    if (app.webhooks.length >= 5 || app.webhooks.some((webhook) => webhook.target === path)) {
      await real.refused(400, 'POST', '/webhooks', request);
      return;
    }
    const { id } = await real.done('POST', '/webhooks', request);
    app.webhooks.push({ id: fresh(model, id), target: path, triggers });
  },
});

const deleteWebhook = command({
  name: 'deleteWebhook',
  with: fc.record({ app: whichever, webhook: whichever }),
  when: (model) => model.apps.some(({ webhooks }) => webhooks.length > 0),
  async run(model, real, { app: number, webhook }) {
    const app = pick(
      model.apps.filter(({ webhooks }) => webhooks.length > 0),
      number,
    );
    const { id } = pick(app.webhooks, webhook);
    await real.done('DELETE', `/webhooks/${id}`);
    app.webhooks = app.webhooks.filter((one) => one.id !== id);
    await real.refused(404, 'GET', `/webhooks/${id}`);
    const { webhooks } = await real.done('GET', `/apps/${app.id}/webhooks`);
    if (JSON.stringify((webhooks as { id: string }[]).map((one) => one.id)) !== JSON.stringify(app.webhooks.map((one) => one.id)))
      throw new Error(`The webhooks of app ${app.id} are not those of the model.`);
  },
});

export const appCommands = [create, changeChannels, deleteApp, addWebhook, addWebhook, deleteWebhook];
