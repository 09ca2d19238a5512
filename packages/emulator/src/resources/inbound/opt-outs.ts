import type { ConsentsListType, ConversationChannel } from '@convapi/core';
import { modeOf } from '../apps/index.ts';
import { addConsent, removeConsent } from '../consents/index.ts';
import { contactFor, laneOf, toStored } from '../contacts/index.ts';
import type { Inbound } from './arrive.ts';
import type { InboundWorld } from './inbound-world.ts';

/** Channels that tell of opt-ins and opt-outs. On others a STOP is an ordinary message. */
export const OPT_OUT_CHANNELS: readonly string[] = ['VIBERBM', 'TELEGRAM'];

/** The contact starts or stops the channel of an app. @returns the id of the request */
export function receiveOptOut(world: InboundWorld, inbound: Inbound, isOut: boolean, list: ConsentsListType = 'OPT_OUT_ALL'): string {
  const { app } = inbound;
  const requestId = world.newId();
  const address = toStored({ channel: inbound.channel as ConversationChannel, identity: inbound.identity, app_id: app.id });
  const mode = modeOf(app);
  const party = mode === 'DISPATCH' ? { mode } : { mode, contact: contactFor(world, app, [address]) };
  (isOut ? addConsent : removeConsent)(world, app.id, list, address.identity, 'ORIGIN_MO');
  world.publish({
    trigger: isOut ? 'OPT_OUT' : 'OPT_IN',
    appId: app.id,
    lane: laneOf(party, address),
    payload: {
      request_id: requestId,
      contact_id: 'contact' in party ? party.contact.id : '',
      channel: address.channel,
      identity: address.identity,
      status: isOut ? 'OPT_OUT_SUCCEEDED' : 'OPT_IN_SUCCEEDED',
      processing_mode: mode,
    },
  });
  return requestId;
}
