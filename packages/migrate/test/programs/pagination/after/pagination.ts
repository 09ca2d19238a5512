import { clientCredentials } from '@convapi/auth';
import { type ContactsListQuery, createConversationClient, type PagePromise } from '@convapi/client';
import type { Contact, ConversationRecentMessage, ListContactsResponse, ListRecentConversationsResponse } from '@convapi/core';

const sinch = createConversationClient({ projectId: 'p', region: 'us', auth: clientCredentials({ keyId: 'k', keySecret: 's' }) });

function collect(page: ListContactsResponse, all: Contact[]): void {
  all.push(...(page.contacts ?? []));
}

export async function everyContact(): Promise<Contact[]> {
  const all: Contact[] = [];
  const filter: ContactsListQuery = { page_size: 20 };
  let page = await sinch.contacts.list(filter);
  while (true) {
    collect(page, all);
    if (!page.next_page_token) break;
    page = await sinch.contacts.list({ ...filter, page_token: page.next_page_token });
  }
  return all;
}

export async function consents(appId: string) {
  let page = await sinch.consents.listIdentities(appId, 'OPT_OUT_ALL', { page_size: 50 });
  let count = (page.identities ?? []).length;
  while (page.next_page_token) {
    page = await sinch.consents.listIdentities(appId, 'OPT_OUT_ALL', { page_size: 50, page_token: page.next_page_token });
    count += (page.identities ?? []).length;
  }
  return { count, more: Boolean(page.next_page_token), token: page.next_page_token };
}

export async function lastMessages() {
  const first = await sinch.messages.fetchLast({ channel_identities: ['+46701234567'] });
  const second = await sinch.messages.fetchLast({ channel_identities: ['+46701234567'], page_token: first.next_page_token });
  return [...(first.messages ?? []), ...(second.messages ?? [])].map(({ id }) => id);
}

export async function firstPage() {
  const { events: data = [], next_page_token: hasNextPage } = await sinch.events.list({ contact_id: '01C' });
  return hasNextPage ? data : data.slice(0, 3);
}

export const recent = (): PagePromise<ConversationRecentMessage, ListRecentConversationsResponse> =>
  sinch.conversations.listRecent({ app_id: '01APP' });

export const ids = () => sinch.conversations.list({ app_id: '01APP' }).then(({ conversations: data = [] }) => data.map((one) => one.id));
