import { CHANNEL_RULES } from '../generated/channel-rules.ts';
import { PHONE_DIGITS_MAX, PHONE_DIGITS_MIN } from '../generated/numbers.ts';
import { rulesOf } from './channel-rules.ts';

/** The channels on which an identity is a phone number. */
export function phoneChannels(): string[] {
  return Object.keys(CHANNEL_RULES).filter(isPhoneChannel);
}

/** Is an identity of the channel a phone number? */
export function isPhoneChannel(channel: string): boolean {
  return rulesOf(channel).identity === 'phone';
}

/** Does an identity of the channel mean something to one app only? */
export function isAppScoped(channel: string): boolean {
  return rulesOf(channel).identity === 'app-scoped';
}

/** Digits with the separators that people write. Three digits will do, so that short codes pass. */
export function isPhoneNumber(identity: string): boolean {
  if (!/^\+?[\d\s().-]+$/.test(identity)) return false;
  const digits = identity.replace(/\D/g, '').length;
  return digits >= PHONE_DIGITS_MIN && digits <= PHONE_DIGITS_MAX;
}

/** The identity as two of them are compared: of phone numbers only the digits. */
export function normalizeIdentity(channel: string, identity: string): string {
  return isPhoneChannel(channel) && isPhoneNumber(identity) ? identity.replace(/\D/g, '') : identity;
}

/** Why a text cannot be an address on a channel, as the end of a sentence; undefined where it can. */
export function addressFault(channel: string, identity: string): string | undefined {
  if (identity.trim() === '') return 'is empty';
  if (isPhoneChannel(channel) && !isPhoneNumber(identity)) return `is no phone number, which an address on ${channel} is`;
  return undefined;
}
