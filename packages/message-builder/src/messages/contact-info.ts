import type { AddressInfo, ContactInfoMessage, EmailInfo, NameInfo, OrganizationInfo, PhoneNumberInfo, UrlInfo } from '@convapi/core';

/** What a contact card holds. Each entry is the bare value, or the wire object that also has its `type` and the like. */
export interface ContactInfoOptions {
  /** Full name, or the name in parts. */
  name: string | NameInfo;
  /** Phone numbers; the country code with `+` is the safe form. */
  phoneNumbers: readonly (string | PhoneNumberInfo)[];
  /** Email addresses. */
  emailAddresses?: readonly (string | EmailInfo)[] | undefined;
  /** Postal addresses. */
  addresses?: readonly AddressInfo[] | undefined;
  /** Web addresses, with `https://`. */
  urls?: readonly (string | UrlInfo)[] | undefined;
  /** Employer and position. */
  organization?: OrganizationInfo | undefined;
  /** Date of birth, `YYYY-MM-DD`. */
  birthday?: string | undefined;
}

/**
 * A message that is a contact card, to save in an address book.
 *
 * @example
 * ```ts
 * import { contactInfo } from '@convapi/message-builder';
 *
 * const message = contactInfo({
 *   name: 'Ada Lovelace',
 *   phoneNumbers: [{ phone_number: '+46701234567', type: 'WORK' }],
 *   emailAddresses: ['ada@example.com'],
 *   organization: { company: 'Analytical Engines' },
 * });
 * ```
 */
export function contactInfo(options: ContactInfoOptions): { contact_info_message: ContactInfoMessage } {
  const { name, phoneNumbers, emailAddresses, addresses, urls, organization, birthday } = options;
  const message: ContactInfoMessage = {
    name: typeof name === 'string' ? { full_name: name } : name,
    phone_numbers: phoneNumbers.map((one) => (typeof one === 'string' ? { phone_number: one } : one)),
  };
  if (emailAddresses !== undefined) {
    message.email_addresses = emailAddresses.map((one) => (typeof one === 'string' ? { email_address: one } : one));
  }
  if (addresses !== undefined) message.addresses = addresses.slice();
  if (urls !== undefined) message.urls = urls.map((one) => (typeof one === 'string' ? { url: one } : one));
  if (organization !== undefined) message.organization = organization;
  if (birthday !== undefined) message.birthday = birthday;
  return { contact_info_message: message };
}
