import type { ChannelIdentity } from '@convapi/core';
import { invalid, invalidField } from '../../operations/index.ts';
import { isAppScoped, isPhoneChannel, isPhoneNumber, normalizeIdentity } from '../channels/index.ts';
import type { ContactRecord } from './contact-store.ts';

/** An address as contacts and reports carry it. */
export function toStored({ channel, identity, app_id: appId = '' }: ChannelIdentity): ChannelIdentity {
  return { channel, identity: normalizeIdentity(channel, identity), app_id: isAppScoped(channel) ? appId : '' };
}

/** @throws {@link Refusal} 400 naming each address that cannot be one */
export function checkIdentities(identities: readonly ChannelIdentity[]): void {
  if (identities.length === 0) throw invalidField('channel_identities', 'needs at least one identity');
  const violations = identities.flatMap((one, index) => checkIdentity(one, `channel_identities[${index}]`));
  if (violations.length > 0) throw invalid(violations);
}

/** What is wrong with an address, in its own words. */
export function checkIdentity({ channel, identity }: ChannelIdentity, field: string): { field: string; description: string }[] {
  if (channel === 'CHANNEL_UNSPECIFIED') return [{ field: `${field}.channel`, description: 'must name a channel' }];
  if (identity.trim() === '') return [{ field: `${field}.identity`, description: 'must not be empty' }];
  if (isPhoneChannel(channel) && !isPhoneNumber(identity)) {
    return [{ field: `${field}.identity`, description: `must be a phone number on ${channel}, such as 46700000000` }];
  }
  return [];
}

/** The address of a contact on a channel, as this app may use it. */
export function identityOn(contact: ContactRecord, channel: string, appId: string): ChannelIdentity | undefined {
  return contact.channel_identities.find((one) => one.channel === channel && (!one.app_id || one.app_id === appId));
}

/** What callbacks about one contact have in common, in either mode. */
export function laneOf({ contact }: { contact?: { id: string } }, identity: ChannelIdentity): string {
  return contact?.id ?? normalizeIdentity(identity.channel, identity.identity);
}
