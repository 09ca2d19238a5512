import type { ChannelIdentity, FieldViolation, ProcessingMode, Recipient } from '@convapi/core';
import { invalid } from '../../operations/index.ts';
import { type AppRecord, modeOf } from '../apps/index.ts';
import { checkIdentity, toStored } from './addresses.ts';
import type { ContactRecord } from './contact-store.ts';
import { holdersOf, type KnownContacts, requireContact } from './known-contacts.ts';

/** Whom a question is about. Unlike a send, a question makes no contact. */
export interface Asked {
  mode: ProcessingMode;
  contact: ContactRecord | undefined;
  identities: ChannelIdentity[];
}

/** @throws {@link Refusal} 400 for a recipient that cannot be meant, 404 for a contact that is not there */
export function findAsked(world: KnownContacts, app: AppRecord, recipient: Recipient): Asked {
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

/** Can a recipient be meant in this mode? */
export function checkRecipient(recipient: Recipient, mode: ProcessingMode): FieldViolation[] {
  if (recipient.contact_id !== undefined) {
    if (mode === 'CONVERSATION') return [];
    return [{ field: 'recipient.contact_id', description: 'cannot be used in DISPATCH mode, which has no contacts: use identified_by' }];
  }
  const identities = recipient.identified_by?.channel_identities ?? [];
  const field = 'recipient.identified_by.channel_identities';
  if (identities.length === 0) return [{ field, description: 'needs at least one identity' }];
  return identities.flatMap((identity, index) => checkIdentity(identity, `${field}[${index}]`));
}
