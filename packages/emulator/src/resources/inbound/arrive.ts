import type { ChannelIdentity, ConversationChannel } from '@convapi/core';
import { toTimestamp } from '../../time/index.ts';
import { type AppRecord, modeOf } from '../apps/index.ts';
import { identityKey } from '../channels/index.ts';
import { type ContactRecord, contactFor, saveContact, toStored } from '../contacts/index.ts';
import { conversationFor, type Party } from '../conversations/index.ts';
import type { InboundWorld } from './inbound-world.ts';

/** The name of a contact that nobody gave one. */
const UNNAMED = 'Unknown';

/** Something a contact did on a channel. */
export interface Inbound {
  app: AppRecord;
  channel: string;
  identity: string;
}

/** What holds for everything that comes in: when, from where, and in which conversation. */
export interface Arrival {
  app: AppRecord;
  id: string;
  acceptedMs: number;
  address: ChannelIdentity;
  party: Party;
}

/** Takes note of something that comes in; contact and conversation are made when there are none. */
export function arrive(world: InboundWorld, { app, channel, identity }: Inbound): Arrival {
  const id = world.newId();
  const acceptedMs = world.clock.now();
  const address = toStored({ channel: channel as ConversationChannel, identity, app_id: app.id });
  return { app, id, acceptedMs, address, party: openParty(world, app, address, acceptedMs) };
}

function openParty(world: InboundWorld, app: AppRecord, address: ChannelIdentity, nowMs: number): Party {
  world.store.memory.noteInbound(app.id, address.channel, address.identity, nowMs);
  const mode = modeOf(app);
  if (mode === 'DISPATCH') return { mode };
  const contact = named(world, app, address, contactFor(world, app, [address]));
  const conversation = conversationFor(world, app, contact, { active_channel: address.channel, last_received: toTimestamp(nowMs) });
  return { mode, contact, conversation };
}

/** WhatsApp tells the name of whoever writes; one that was given to the contact stays. */
function named(world: InboundWorld, app: AppRecord, { channel, identity }: ChannelIdentity, contact: ContactRecord): ContactRecord {
  const name = channel === 'WHATSAPP' ? world.store.profiles.get(identityKey(channel, identity)) : undefined;
  if (name === undefined || contact.display_name !== UNNAMED) return contact;
  const updated = saveContact(world, { ...contact, display_name: name });
  world.publish({ trigger: 'CONTACT_UPDATE', appId: app.id, lane: updated.id, payload: { contact: updated } });
  return updated;
}

/** What the app's last message left for the replies to carry back. */
export function carried(world: InboundWorld, { app, party, address }: Arrival): { messageMetadata: string; correlationId: string } {
  const kept = party.conversation
    ? { metadataJson: party.conversation.metadata_json, correlationId: party.conversation.correlation_id }
    : world.store.memory.carried(app.id, address.channel, address.identity);
  const hasMetadata = kept.metadataJson !== undefined && Object.keys(kept.metadataJson).length > 0;
  const isWanted = app.conversation_metadata_report_view === 'FULL';
  return {
    messageMetadata: hasMetadata && isWanted ? JSON.stringify(kept.metadataJson) : '',
    correlationId: kept.correlationId ?? '',
  };
}
