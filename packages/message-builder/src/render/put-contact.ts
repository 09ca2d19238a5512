import { type Draft, markRewritten } from './draft.ts';
import { type Json, listOf, recordOf, textOf } from './read.ts';

/** An entry for the address book: what becomes of it is not known on any channel. */
export function putContact(draft: Draft, content: Json, path: string): void {
  const name = textOf(recordOf(content.name).full_name);
  const lines = contactLines(content);
  markRewritten(draft, draft.traits.contactInfo, path);
  draft.parts.push({ kind: 'contact', name, lines });
  draft.text = [name, ...lines].filter((line) => line !== '').join('\n');
}

function contactLines(content: Json): string[] {
  const organization = recordOf(content.organization);
  return [
    textOf(organization.title),
    textOf(organization.company),
    ...valuesOf(content.phone_numbers, 'phone_number'),
    ...valuesOf(content.email_addresses, 'email_address'),
    ...listOf(content.addresses).map((address) => addressLine(recordOf(address))),
    ...valuesOf(content.urls, 'url'),
    textOf(content.birthday),
  ].filter((line) => line !== '');
}

function valuesOf(list: unknown, key: string): string[] {
  return listOf(list).map((entry) => textOf(recordOf(entry)[key]));
}

function addressLine(address: Json): string {
  const parts = [address.zip, address.city, address.state, address.country].map(textOf);
  return parts.filter((part) => part !== '').join(', ');
}
