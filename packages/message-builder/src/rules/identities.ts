import { PHONE_DIGITS_MAX, PHONE_DIGITS_MIN } from '../generated/numbers.ts';
import { rulesOf } from './channel-rules.ts';

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

/** Why a text cannot be an address on a channel, as the end of a sentence; undefined where it can. */
export function addressFault(channel: string, identity: string): string | undefined {
  if (identity.trim() === '') return 'is empty';
  if (isPhoneChannel(channel) && !isPhoneNumber(identity)) return `is no phone number, which an address on ${channel} is`;
  return undefined;
}
