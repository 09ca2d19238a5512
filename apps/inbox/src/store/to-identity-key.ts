/** Someone on a channel, as callbacks name them. What they leave out is an empty text. */
export interface Sender {
  /** Empty in DISPATCH mode. */
  contactId: string;
  channel: string;
  identity: string;
  /** The app, where an identity is only valid within one; empty for phone numbers. */
  appScope: string;
}

const PHONE_CHANNELS: ReadonlySet<string> = new Set(['SMS', 'MMS', 'RCS', 'WHATSAPP', 'VIBERBM']);

/** One key for one person on one channel: numbers come with and without `+`, so only their digits count. */
export function toIdentityKey({ channel, identity, appScope }: Omit<Sender, 'contactId'>): string {
  const address = PHONE_CHANNELS.has(channel) ? identity.replace(/\D/g, '') || identity : `${appScope}:${identity}`;
  return `${channel}:${address}`;
}

/** An address for people: the service leaves the `+` of numbers out. */
export function toShownIdentity(channel: string, identity: string): string {
  return PHONE_CHANNELS.has(channel) && /^\d{7,15}$/.test(identity) ? `+${identity}` : identity;
}

export function isPhoneChannel(channel: string): boolean {
  return PHONE_CHANNELS.has(channel);
}
