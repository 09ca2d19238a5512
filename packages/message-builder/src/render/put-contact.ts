import { type Draft, markRewritten } from './draft.ts';
import { type Json, listOf, recordOf, textOf } from './read.ts';
import type { RenderedContactLine } from './rendered-part.ts';

/** An entry for the address book: what becomes of it is not known on any channel. */
export function putContact(draft: Draft, content: Json, path: string): void {
  const name = textOf(recordOf(content.name).full_name);
  const lines = contactLines(content);
  markRewritten(draft, draft.traits.contactInfo, path);
  draft.parts.push({ kind: 'contact', name, lines });
  draft.text = [name, ...lines.map(({ text }) => text)].filter((line) => line !== '').join('\n');
}

function contactLines(content: Json): RenderedContactLine[] {
  const { title, department, company } = recordOf(content.organization);
  return [
    ...[title, department, company].map((value) => toLine('organization', textOf(value))),
    ...linesOf(content.phone_numbers, 'phone', 'phone_number', 'tel:'),
    ...linesOf(content.email_addresses, 'mail', 'email_address', 'mailto:'),
    ...listOf(content.addresses).map((address) => toLine('address', addressLine(recordOf(address)), recordOf(address).type)),
    ...linesOf(content.urls, 'web', 'url', ''),
    toLine('birthday', textOf(content.birthday)),
  ].filter(({ text }) => text !== '');
}

function linesOf(list: unknown, kind: RenderedContactLine['kind'], key: string, scheme: string): RenderedContactLine[] {
  return listOf(list).map((entry) => {
    const record = recordOf(entry);
    const text = textOf(record[key]);
    return { ...toLine(kind, text, record.type), target: scheme + text };
  });
}

function toLine(kind: RenderedContactLine['kind'], text: string, label?: unknown): RenderedContactLine {
  return textOf(label) === '' ? { kind, text } : { kind, text, label: textOf(label) };
}

function addressLine(address: Json): string {
  const country = textOf(address.country) === '' ? address.country_code : address.country;
  const parts = [address.zip, address.city, address.state, country].map(textOf);
  return parts.filter((part) => part !== '').join(', ');
}
