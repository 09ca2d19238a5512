import type { AppCreateRequest, AppUpdateRequest, ConversationChannelCredential } from '@convapi/core';
import { applyUpdate, invalid, type Operation } from '../../operations/index.ts';
import type { Topic } from '../../topics/index.ts';
import { calledRegion, moveOut, type RegionsWorld, settleIn } from '../regions/index.ts';
import type { AppRecord } from './app-record.ts';
import { appsIn, requireApp } from './known-apps.ts';

/** What happens to apps, for those who keep what belongs to them. */
export interface AppTopics {
  /** It goes at once, and is still there while this is told. */
  appDeleted: Topic<AppRecord>;
  /** One of its two retention policies is another one. */
  retentionChanged: Topic<AppRecord>;
}

/** What the operations on apps work with. */
export interface AppsWorld extends RegionsWorld {
  newId: () => string;
  settings: RegionsWorld['settings'] & { rateLimits: { outboundPerSecond: number; outboundQueue: number } };
  /** How many messages of an app wait. */
  outbound: { size(appId: string): number };
  topics: AppTopics;
  store: RegionsWorld['store'] & { apps: Map<string, AppRecord> };
}

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

export const createApp: Operation<AppsWorld> = (world, { body }) => {
  const request = body as AppCreateRequest;
  const app = applyUpdate<AppRecord>({ id: world.newId(), ...READ_ONLY } as AppRecord, { ...DEFAULTS, ...request }, DEFAULTS, undefined);
  const saved = save(world, app);
  settleIn(world, app.id, calledRegion(world));
  return saved;
};

export const updateApp: Operation<AppsWorld> = (world, { params, query, body }) => {
  const app = requireApp(world, params.app_id ?? '');
  const updated = applyUpdate(app, body as AppUpdateRequest, DEFAULTS, query.update_mask);
  const saved = save(world, updated);
  const isSame = (name: 'retention_policy' | 'dispatch_retention_policy') => JSON.stringify(app[name]) === JSON.stringify(updated[name]);
  if (!isSame('retention_policy') || !isSame('dispatch_retention_policy')) world.topics.retentionChanged.publish(updated);
  return saved;
};

export const getApp: Operation<AppsWorld> = (world, { params }) => show(world, requireApp(world, params.app_id ?? ''));

export const listApps: Operation<AppsWorld> = (world) => ({ apps: appsIn(world, calledRegion(world)).map((app) => show(world, app)) });

/** What belongs to the app goes with it, which is up to those who keep it; contacts belong to the project and stay. */
export const deleteApp: Operation<AppsWorld> = (world, { params }) => {
  const app = requireApp(world, params.app_id ?? '');
  world.topics.appDeleted.publish(app);
  world.store.apps.delete(app.id);
  moveOut(world, app.id);
  return {};
};

function save(world: AppsWorld, app: AppRecord): AppRecord {
  const credentials = app.channel_credentials ?? [];
  checkCredentials(credentials);
  const saved = { ...app, channel_credentials: credentials.map(activate) };
  world.store.apps.set(saved.id, saved);
  return show(world, saved);
}

/** With what the limits are and how much is waiting right now. */
function show({ outbound, settings }: AppsWorld, app: AppRecord): AppRecord {
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
