import { ApiListPromise, Conversation, PageResult, SinchClient } from '@sinch/sdk-core';

const sinch = new SinchClient({ projectId: 'p', keyId: 'k', keySecret: 's', conversationRegion: 'us' });

function collect(page: PageResult<Conversation.Contact>, all: Conversation.Contact[]): void {
  all.push(...page.data);
}

export async function everyContact(): Promise<Conversation.Contact[]> {
  const all: Conversation.Contact[] = [];
  const filter: Conversation.ListContactsRequestData = { page_size: 20 };
  let page = await sinch.conversation.contact.list(filter);
  while (true) {
    collect(page, all);
    if (!page.hasNextPage) break;
    page = await page.nextPage();
  }
  return all;
}

export async function consents(appId: string) {
  let page = await sinch.conversation.consents.listIdentities({ app_id: appId, list_type: 'OPT_OUT_ALL', page_size: 50 });
  let count = page.data.length;
  while (page.hasNextPage) {
    page = await page.nextPage();
    count += page.data.length;
  }
  return { count, more: page.hasNextPage, token: page.nextPageValue };
}

export async function lastMessages() {
  const first = await sinch.conversation.messages.listLastMessagesByChannelIdentity({
    listLastMessagesByChannelIdentityRequestBody: { channel_identities: ['+46701234567'] },
  });
  const second = await first.nextPage();
  return [...first.data, ...second.data].map(({ id }) => id);
}

export async function firstPage() {
  const { data, hasNextPage } = await sinch.conversation.events.list({ contact_id: '01C' });
  return hasNextPage ? data : data.slice(0, 3);
}

export const recent = (): ApiListPromise<Conversation.ConversationRecentMessage> =>
  sinch.conversation.conversation.listRecent({ app_id: '01APP' });

export const ids = () => sinch.conversation.conversation.list({ app_id: '01APP' }).then(({ data }) => data.map((one) => one.id));
