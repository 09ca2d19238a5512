import { normalizeIdentity } from '@convapi/message-builder/internal/rules';

/** Key of an address on a channel. */
export function identityKey(channel: string, identity: string): string {
  return `${channel}|${normalizeIdentity(channel, identity)}`;
}
