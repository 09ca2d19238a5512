import { isReasonCode, type ReasonCode } from '@convapi/core';

const WORDS: Record<ReasonCode, string> = {
  UNKNOWN: 'The service gave no reason',
  INTERNAL_ERROR: 'The service had an internal error',
  RATE_LIMITED: 'Too many messages at once',
  RECIPIENT_INVALID_CHANNEL_IDENTITY: 'This address is not valid on the channel',
  RECIPIENT_NOT_REACHABLE: 'The recipient cannot be reached on this channel',
  RECIPIENT_NOT_OPTED_IN: 'The recipient has not opted in',
  OUTSIDE_ALLOWED_SENDING_WINDOW: 'Too long since the contact last wrote: the channel only takes templates now',
  CHANNEL_FAILURE: 'The channel failed',
  CHANNEL_BAD_CONFIGURATION: 'The channel is set up wrongly on the app',
  CHANNEL_CONFIGURATION_MISSING: 'The channel is not set up on the app',
  MEDIA_TYPE_UNSUPPORTED: 'The channel does not take this kind of file',
  MEDIA_TOO_LARGE: 'The file is too large for the channel',
  MEDIA_NOT_REACHABLE: 'The file could not be fetched from its address',
  NO_CHANNELS_LEFT: 'Every channel was tried',
  TEMPLATE_NOT_FOUND: 'The template does not exist',
  TEMPLATE_INSUFFICIENT_PARAMETERS: 'The template lacks parameters',
  TEMPLATE_NON_EXISTING_LANGUAGE_OR_VERSION: 'The template does not exist in this language or version',
  DELIVERY_TIMED_OUT: 'It could not be delivered in time',
  DELIVERY_REJECTED_DUE_TO_POLICY: 'It was rejected because of a policy',
  CONTACT_NOT_FOUND: 'The contact no longer exists',
  BAD_REQUEST: 'The message breaks a rule of the channel',
  UNKNOWN_APP: 'The app is not known',
  NO_CHANNEL_IDENTITY_FOR_CONTACT: 'The contact has no address on the chosen channels',
  CHANNEL_REJECT: 'The channel rejected it',
  NO_PERMISSION: 'The app may not do this',
  NO_PROFILE_AVAILABLE: 'The channel has no profile of the contact',
  UNSUPPORTED_OPERATION: 'The channel cannot do this',
  INACTIVE_CREDENTIAL: 'The credentials of the channel are not active',
  MESSAGE_EXPIRED: 'Its time to live was over',
  MESSAGE_SPLIT_REQUIRED: 'It is too long for one message on this channel',
  DELIVERY_REPORT_TIME_OUT: 'No delivery report came in time',
};

/** A reason in words; the code itself where it is newer than this app. */
export function describeReason(code: string): string {
  return isReasonCode(code) ? WORDS[code] : code;
}
