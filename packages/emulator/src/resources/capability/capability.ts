import type { ChannelIdentity, QueryCapabilityRequest, QueryCapabilityResponse, Reason } from '@convapi/core';
import type { Plan } from '../../jobs/index.ts';
import type { Publish } from '../../news/index.ts';
import type { Operation } from '../../operations/index.ts';
import { type AppRecord, channelsOf, type KnownApps, requireApp } from '../apps/index.ts';
import { type ChannelAnswers, toReason } from '../channels/index.ts';
import { type Asked, findAsked, type KnownContacts, laneOf } from '../contacts/index.ts';

/** Reasons that mean that the channel does not reach the recipient at all. */
const UNREACHABLE: ReadonlySet<string> = new Set(['RECIPIENT_NOT_REACHABLE', 'RECIPIENT_INVALID_CHANNEL_IDENTITY']);

/** Channels that know of nobody whether a message will reach them. */
const CANNOT_TELL: ReadonlySet<string> = new Set(['SMS', 'MMS']);

/** What questions are answered with. */
export type CapabilityWorld = KnownApps &
  KnownContacts & {
    newId: () => string;
    plan: Plan<CapabilityJob>;
    publish: Publish;
    answers: Pick<ChannelAnswers, 'get'>;
    settings: { channelDelayMs: number };
  };

/** Echoes the question; the answers come as callbacks, one for each channel that the app and the recipient share. */
export const queryCapability: Operation<CapabilityWorld> = (world, { body }): QueryCapabilityResponse => {
  const { app_id: appId, recipient, request_id: given } = body as QueryCapabilityRequest;
  const app = requireApp(world, appId);
  const asked = findAsked(world, app, recipient);
  const requestId = given || world.newId();
  const configured = channelsOf(app);
  for (const address of asked.identities.filter((one) => configured.includes(one.channel))) {
    world.plan({ kind: 'capability', app, asked, address, requestId }, world.settings.channelDelayMs);
  }
  return { app_id: appId, recipient, request_id: requestId };
};

/** A question about one address. */
export interface CapabilityJob {
  kind: 'capability';
  app: AppRecord;
  asked: Asked;
  address: ChannelIdentity;
  requestId: string;
}

export function tellCapability(world: CapabilityWorld, { app, asked, address, requestId }: CapabilityJob): void {
  const party = { mode: asked.mode, ...(asked.contact ? { contact: asked.contact } : {}) };
  world.publish({
    trigger: 'CAPABILITY',
    appId: app.id,
    lane: laneOf(party, address),
    payload: {
      request_id: requestId,
      contact_id: asked.contact?.id ?? '',
      channel: address.channel,
      identity: address.identity,
      ...capabilityOf(world, address),
    },
  });
}

function capabilityOf(world: CapabilityWorld, { channel, identity }: ChannelIdentity): { capability_status: string; reason?: Reason } {
  const answer = world.answers.get(channel, identity);
  if (answer.status !== 'FAILED') return { capability_status: 'CAPABILITY_FULL' };
  const reason = toReason(answer);
  // A channel that cannot tell says yes, so that the fallback gets its chance.
  if (CANNOT_TELL.has(channel) || !UNREACHABLE.has(reason.code ?? '')) return { capability_status: 'CAPABILITY_FULL' };
  return { capability_status: 'NO_CAPABILITY', reason };
}
