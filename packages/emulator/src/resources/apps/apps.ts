import type { AppCreateRequest, AppUpdateRequest, ConversationChannelCredential } from '@convapi/core';
import { applyUpdate } from '../../operations/apply-update.ts';
import type { Operation } from '../../operations/operation.ts';
import { invalid, invalidField, notFound } from '../../operations/refusal.ts';
import type { World } from '../../service/world.ts';
import type { AppRecord } from '../../store/records.ts';
import { appsIn, calledRegion, isHere, settleIn } from '../regions/regions.ts';
import { reapplyRetention } from './retention.ts';

/** What an app has that nobody set. DISPATCH is the mode of apps made since April 2025. */
const DEFAULTS = {
  display_name: '',
  channel_credentials: [],
  conversation_metadata_report_view: 'NONE',
  processing_mode: 'DISPATCH',
  retention_policy: { retention_type: 'MESSAGE_EXPIRE_POLICY', ttl_days: 180 },
  dispatch_retention_policy: { retention_type: 'MESSAGE_EXPIRE_POLICY', ttl_days: 0 },
  smart_conversation: { enabled: false },
  callback_settings: { secret_for_overridden_callback_urls: '' },
  delivery_report_based_fallback: null,
  message_retry_settings: { retry_duration: 3600 },
} as const;

const READ_ONLY = {
  rate_limits: { inbound: 25, outbound: 25, webhooks: 25 },
  persist_message_status: { enabled: false },
  message_search: { enabled: false },
} as const;

export const createApp: Operation = (world, { body }) => {
  const request = body as AppCreateRequest;
  const app = applyUpdate<AppRecord>({ id: world.newId(), ...READ_ONLY } as AppRecord, { ...DEFAULTS, ...request }, DEFAULTS, undefined);
  const saved = save(world, app);
  settleIn(world, app.id, calledRegion(world));
  return saved;
};

export const updateApp: Operation = (world, { params, query, body }) => {
  const app = requireApp(world, params.app_id ?? '');
  const updated = applyUpdate(app, body as AppUpdateRequest, DEFAULTS, query.update_mask);
  const saved = save(world, updated);
  const isSame = (name: 'retention_policy' | 'dispatch_retention_policy') => JSON.stringify(app[name]) === JSON.stringify(updated[name]);
  if (!isSame('retention_policy') || !isSame('dispatch_retention_policy')) reapplyRetention(world, updated);
  return saved;
};

export const getApp: Operation = (world, { params }) => show(world, requireApp(world, params.app_id ?? ''));

export const listApps: Operation = (world) => ({ apps: appsIn(world, calledRegion(world)).map((app) => show(world, app)) });

/** Webhooks, conversations and messages of the app go with it; contacts belong to the project and stay. */
export const deleteApp: Operation = (world, { params }) => {
  const { store } = world;
  const { id } = requireApp(world, params.app_id ?? '');
  for (const webhook of store.webhooks.ofApp(id)) store.webhooks.delete(webhook.id);
  for (const conversation of store.conversations.ofApp(id)) store.conversations.delete(conversation.id);
  for (const message of [...store.messages.all()]) if (message.appId === id) store.messages.delete(message.id);
  store.consents.deleteApp(id);
  for (const event of [...store.events.all()]) if (event.appId === id) store.events.delete(event.id);
  store.apps.delete(id);
  store.homes.delete(id);
  return {};
};

/** Ids of the service; a project id, for one, is none. */
const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/i;

/** @throws {@link Refusal} 404 when there is none of that id in the region that is called, 400 when it cannot be the id of an app */
export function requireApp(world: World, id: string): AppRecord {
  const app = world.store.apps.get(id);
  if (app && isHere(world, id)) return app;
  // A seed may give ids of its own, and then names one that is missing.
  if (!app && world.region !== undefined && !ULID.test(id)) throw invalidField('app_id', 'is no ULID, as the ids of apps are');
  throw notFound('App', id);
}

/** Channels that the app can send on, in its order of priority. Nobody can on the old Viber bots, whose credentials are still taken. */
export function channelsOf(app: AppRecord): string[] {
  return (app.channel_credentials ?? []).map((credential) => credential.channel as string).filter((channel) => channel !== 'VIBER');
}

function save(world: World, app: AppRecord): AppRecord {
  const credentials = app.channel_credentials ?? [];
  checkCredentials(credentials);
  const saved = { ...app, channel_credentials: credentials.map(activate) };
  world.store.apps.set(saved.id, saved);
  return show(world, saved);
}

/** With what the limits are and how much is waiting right now. */
function show({ outbound, settings }: World, app: AppRecord): AppRecord {
  const { outboundQueue, outboundPerSecond } = settings.rateLimits;
  return {
    ...app,
    rate_limits: { ...app.rate_limits, ...(outboundPerSecond > 0 ? { outbound: outboundPerSecond } : {}) },
    queue_stats: { outbound_size: outbound.size(app.id), outbound_limit: outboundQueue },
  };
}

/** A sender of Viber Business has no token. */
const NEEDS_TOKEN: ReadonlySet<string> = new Set(['SMS', 'RCS', 'WHATSAPP']);

function checkCredentials(credentials: ConversationChannelCredential[]): void {
  const seen = new Set<string>();
  const violations = credentials.flatMap(({ channel, static_bearer: bearer }, index) => {
    if (NEEDS_TOKEN.has(channel) && bearer && bearer.token === undefined) {
      return { field: `channel_credentials[${index}].static_bearer.token`, description: `is required on ${channel}` };
    }
    const field = `channel_credentials[${index}].channel`;
    if (channel === 'CHANNEL_UNSPECIFIED') return { field, description: 'must name a channel' };
    // Only LINE may have several senders.
    if (seen.has(channel) && channel !== 'LINE') return { field, description: `repeats ${channel}, which an app can have once` };
    seen.add(channel);
    return [];
  });
  if (violations.length > 0) throw invalid(violations);
}

/** What the service says of the credentials of an old Viber bot is not published. */
const ENDED = { status: 'FAILING', description: 'The channel VIBER has ended' } as const;

/** The real service needs a while and may fail; here every integration works at once. */
function activate(credential: ConversationChannelCredential): ConversationChannelCredential {
  return {
    ...credential,
    credential_ordinal_number: credential.credential_ordinal_number ?? 0,
    state: credential.channel === 'VIBER' ? ENDED : { status: 'ACTIVE', description: '' },
    channel_known_id: credential.static_bearer?.claimed_identity ?? '',
  };
}
