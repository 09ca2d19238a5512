import type { AddressInfo, ContactInfoMessage, EmailInfo, NameInfo, OrganizationInfo, PhoneNumberInfo, UrlInfo } from '@convapi/core';
import { need } from '../internal/need.ts';
import { type CamelCased, toSnakeCase } from '../internal/to-snake-case.ts';
import { type Fields, toWireWith } from '../internal/to-wire.ts';

/** What a contact card holds. Each entry is the bare value, or an object that also has its `type` and the like. */
export interface ContactInfoOptions {
  /** Full name, or the name in parts. */
  name: string | CamelCased<NameInfo>;
  /** Phone numbers; the country code with `+` is the safe form. */
  phoneNumbers: readonly (string | CamelCased<PhoneNumberInfo>)[];
  /** Email addresses. */
  emailAddresses?: readonly (string | CamelCased<EmailInfo>)[] | undefined;
  /** Postal addresses. */
  addresses?: readonly CamelCased<AddressInfo>[] | undefined;
  /** Web addresses, with `https://`. */
  urls?: readonly (string | CamelCased<UrlInfo>)[] | undefined;
  /** Employer and position. */
  organization?: CamelCased<OrganizationInfo> | undefined;
  /** Date of birth, `YYYY-MM-DD`. */
  birthday?: string | undefined;
}

const FIELDS: Fields<ContactInfoOptions, ContactInfoMessage> = {
  name(contact, name, path) {
    contact.name = toEntry<NameInfo>(path, name, (full_name) => ({ full_name }));
  },
  phoneNumbers(contact, numbers, path) {
    contact.phone_numbers = toEntries<PhoneNumberInfo>(path, numbers, (phone_number) => ({ phone_number }));
  },
  emailAddresses(contact, addresses, path) {
    contact.email_addresses = toEntries<EmailInfo>(path, addresses, (email_address) => ({ email_address }));
  },
  addresses(contact, addresses, path) {
    need(path, addresses, 'list');
    contact.addresses = Array.from(addresses, (one, at) => toSnakeCase<AddressInfo>(`${path}[${at}]`, one, 'an address in an object'));
  },
  urls(contact, urls, path) {
    contact.urls = toEntries<UrlInfo>(path, urls, (url) => ({ url }));
  },
  organization(contact, organization, path) {
    contact.organization = toSnakeCase<OrganizationInfo>(path, organization);
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
 *   phoneNumbers: [{ phoneNumber: '+46701234567', type: 'WORK' }],
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
function toEntries<Entry extends object>(
  path: string,
  list: readonly (string | CamelCased<Entry>)[],
  fromText: (text: string) => Entry,
): Entry[] {
  need(path, list, 'list');
  return Array.from(list, (one, at) => toEntry(`${path}[${at}]`, one, fromText));
}

function toEntry<Entry extends object>(path: string, one: string | CamelCased<Entry>, fromText: (text: string) => Entry): Entry {
  return typeof one === 'string' ? fromText(one) : toSnakeCase<Entry>(path, one as CamelCased<Entry>, 'a text or an object');
}
