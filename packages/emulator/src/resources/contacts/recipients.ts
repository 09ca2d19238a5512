import type { ChannelIdentity, ProcessingMode, Recipient } from '@convapi/core';
import { invalid } from '../../operations/refusal.ts';
import type { World } from '../../service/world.ts';
import type { AppRecord, ContactRecord } from '../../store/records.ts';
import { checkRecipient } from '../messages/sending/check-send.ts';
import { holdersOf, modeOf } from './contact-for.ts';
import { requireContact, toStored } from './contacts.ts';

/** Whom a question is about. Unlike a send, a question makes no contact. */
export interface Asked {
  mode: ProcessingMode;
  contact: ContactRecord | undefined;
  identities: ChannelIdentity[];
}

/** @throws {@link Refusal} 400 for a recipient that cannot be meant, 404 for a contact that is not there */
export function findAsked(world: World, app: AppRecord, recipient: Recipient): Asked {
  const mode = modeOf(app);
  const violations = checkRecipient(recipient, mode);
  if (violations.length > 0) throw invalid(violations);
  if (recipient.contact_id !== undefined) {
    const contact = requireContact(world, recipient.contact_id);
    return { mode, contact, identities: contact.channel_identities.filter((one) => !one.app_id || one.app_id === app.id) };
  }
  const identities = (recipient.identified_by?.channel_identities ?? []).map((one) => toStored({ ...one, app_id: app.id }));
  const holders = mode === 'DISPATCH' ? [] : identities.map((one) => holdersOf(world, one, app.id));
  return { mode, contact: holders.flat()[0], identities };
}
