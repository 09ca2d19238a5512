import type { JSX } from 'preact';
import { toUrl } from '../../state/api-call.ts';
import { useConsole, useOverview } from '../../state/console.ts';
import { toCall } from '../../state/project.ts';
import type { ConversationResource } from '../../state/store.ts';
import { usePages } from '../../state/use-pages.ts';
import { PagesView } from '../../ui/pages-view.tsx';
import { ConversationTable } from '../conversations/conversation-table.tsx';

export function ContactConversations({ region, contactId }: { region: string; contactId: string }): JSX.Element {
  const { api, store } = useConsole();
  const overview = useOverview();
  const key = `${region} ${contactId}`;
  const { pages, more } = usePages<ConversationResource>(key, store.versions.conversations.value, async (token) => {
    const query = { contact_id: contactId, page_size: '20', ...(token === '' ? {} : { page_token: token }) };
    const call = toCall(overview, { method: 'GET', region, parts: ['conversations'], query, clientMethod: 'conversations.list' });
    const answer = await api.owner<{ conversations?: ConversationResource[]; next_page_token?: string }>('GET', toUrl(call));
    return answer.ok ? { ok: true, data: { items: answer.data.conversations ?? [], next: answer.data.next_page_token ?? '' } } : answer;
  });
  return (
    <section class="card flush" aria-labelledby="conversations">
      <h2 id="conversations" class="card-head">
        Conversations
      </h2>
      <PagesView id={key} pages={pages.value} more={more} empty={<p class="soft pad">None yet.</p>}>
        {(conversations) => <ConversationTable region={region} conversations={conversations} />}
      </PagesView>
    </section>
  );
}
