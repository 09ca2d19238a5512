import type { ChannelIdentity, FieldViolation } from '@convapi/core';
import { addressFault, isAppScoped, normalizeIdentity } from '@convapi/message-builder/internal/rules';
import { invalid } from '../../operations/index.ts';
import type { ContactRecord } from './contact-store.ts';

/** An address as contacts and reports carry it. */
export function toStored({ channel, identity, app_id: appId = '' }: ChannelIdentity): ChannelIdentity {
  return { channel, identity: normalizeIdentity(channel, identity), app_id: isAppScoped(channel) ? appId : '' };
}

/** @throws {@link Refusal} 400 naming each address that cannot be one */
export function checkIdentities(identities: readonly ChannelIdentity[]): void {
  const violations = identityViolations(identities);
  if (violations.length > 0) throw invalid(violations);
}

/** What is wrong with the addresses of a contact. @param within where in the request the contact stands, with the dot */
export function identityViolations(identities: readonly ChannelIdentity[], within = ''): FieldViolation[] {
  if (identities.length === 0) return [{ field: `${within}channel_identities`, description: 'needs at least one identity' }];
  return identities.flatMap((one, index) => {
    const field = `${within}channel_identities[${index}]`;
    return [...checkIdentity(one, field), ...checkOwner(one, field)];
  });
}

/** A send names the app beside the address, a contact does not. */
function checkOwner({ channel, app_id: appId }: ChannelIdentity, field: string): FieldViolation[] {
  if (!isAppScoped(channel) || appId) return [];
  return [{ field: `${field}.app_id`, description: `is required on ${channel}, where an identity belongs to one app` }];
}

/** What is wrong with an address, in its own words. */
export function checkIdentity({ channel, identity }: ChannelIdentity, field: string): FieldViolation[] {
  if (channel === 'CHANNEL_UNSPECIFIED') return [{ field: `${field}.channel`, description: 'must name a channel' }];
  if (addressFault(channel, identity) === undefined) return [];
  const isEmpty = identity.trim() === '';
  const description = isEmpty ? 'must not be empty' : `must be a phone number on ${channel}, such as 46700000000`;
  return [{ field: `${field}.identity`, description }];
}

/** The address of a contact on a channel, as this app may use it. */
export function identityOn(contact: ContactRecord, channel: string, appId: string): ChannelIdentity | undefined {
  return contact.channel_identities.find((one) => one.channel === channel && (!one.app_id || one.app_id === appId));
}

/** What callbacks about one contact have in common, in either mode. */
export function laneOf({ contact }: { contact?: { id: string } }, identity: ChannelIdentity): string {
  return contact?.id ?? normalizeIdentity(identity.channel, identity.identity);
}
