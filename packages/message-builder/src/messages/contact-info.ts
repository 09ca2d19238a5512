import type { AddressInfo, ContactInfoMessage, EmailInfo, NameInfo, OrganizationInfo, PhoneNumberInfo, UrlInfo } from '@convapi/core';
import { need, needObjects } from '../internal/need.ts';
import { type Fields, toWireWith } from '../internal/to-wire.ts';

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

const FIELDS: Fields<ContactInfoOptions, ContactInfoMessage> = {
  name(contact, name, path) {
    contact.name = toEntry(path, name, (full_name) => ({ full_name }));
  },
  phoneNumbers(contact, numbers, path) {
    contact.phone_numbers = toEntries(path, numbers, (phone_number) => ({ phone_number }));
  },
  emailAddresses(contact, addresses, path) {
    contact.email_addresses = toEntries(path, addresses, (email_address) => ({ email_address }));
  },
  addresses(contact, addresses, path) {
    contact.addresses = needObjects(path, addresses, 'an address in an object');
  },
  urls(contact, urls, path) {
    contact.urls = toEntries(path, urls, (url) => ({ url }));
  },
  organization(contact, organization, path) {
    contact.organization = need(path, organization, 'object', 'an object');
  },
  birthday(contact, birthday, path) {
    contact.birthday = need(path, birthday);
  },
};

/**
 * A message that is a contact card, to save in an address book.
 *
 * @throws {@link MessageError} when it is given what its types forbid.
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
  const empty = { name: { full_name: '' }, phone_numbers: [] };
  return { contact_info_message: toWireWith('contactInfo', options, FIELDS, empty, ['name', 'phoneNumbers']) };
}

/** The entries of a list in their wire form. */
function toEntries<Entry>(path: string, list: readonly (string | Entry)[], fromText: (text: string) => Entry): Entry[] {
  need(path, list, 'list');
  return Array.from(list, (one, at) => toEntry(`${path}[${at}]`, one, fromText));
}

function toEntry<Entry>(path: string, one: string | Entry, fromText: (text: string) => Entry): Entry {
  return typeof one === 'string' ? fromText(one) : need(path, one, 'object', 'a text or an object');
}
