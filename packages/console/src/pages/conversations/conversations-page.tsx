import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { toUrl } from '../../state/api-call.ts';
import { useConsole, useOverview } from '../../state/console.ts';
import { toCall } from '../../state/project.ts';
import type { AppView, ConversationResource } from '../../state/store.ts';
import { usePages } from '../../state/use-pages.ts';
import { SelectField } from '../../ui/field.tsx';
import { PagesView } from '../../ui/pages-view.tsx';
import { Empty, PageHead } from '../../ui/parts.tsx';
import { ConversationTable } from './conversation-table.tsx';

/** The conversations of an app. */
export function ConversationsPage(): JSX.Element {
  const { store } = useConsole();
  const apps = store.apps.value;
  const chosen = useSignal('');
  const view = store.app(chosen.value) ?? apps[0];
  return (
    <div class="page stack">
      <PageHead title="Conversations" about="What an app in CONVERSATION mode and a contact said to each other." />
      {view ? (
        <>
          <div class="narrow">
            <SelectField
              label="App"
              value={view.id}
              options={apps.map(({ id, region, app }) => ({ value: id, label: `${app.display_name ?? id} (${region})` }))}
              onInput={(value) => {
                chosen.value = value;
              }}
            />
          </div>
          <List key={view.id} view={view} />
        </>
      ) : (
        <div class="card flush">
          <Empty title="No app yet">
            <p>Conversations belong to an app.</p>
          </Empty>
        </div>
      )}
    </div>
  );
}

function List({ view }: { view: AppView }): JSX.Element {
  const { api, store } = useConsole();
  const overview = useOverview();
  const { pages, more } = usePages<ConversationResource>(view.id, store.versions.conversations.value, async (token) => {
    const query = { app_id: view.id, page_size: '20', ...(token === '' ? {} : { page_token: token }) };
    const call = toCall(overview, {
      method: 'GET',
      region: view.region,
      parts: ['conversations'],
      query,
      clientMethod: 'conversations.list',
    });
    const answer = await api.owner<{ conversations?: ConversationResource[]; next_page_token?: string }>('GET', toUrl(call));
    return answer.ok ? { ok: true, data: { items: answer.data.conversations ?? [], next: answer.data.next_page_token ?? '' } } : answer;
  });
  return (
    <section class="card flush" aria-label="Conversations">
      <PagesView
        id={view.id}
        pages={pages.value}
        more={more}
        empty={
          <Empty title="No conversation yet">
            <p>
              {view.app.processing_mode === 'DISPATCH'
                ? 'An app in DISPATCH mode has none.'
                : 'Send a message to a contact, or write from a handset.'}
            </p>
          </Empty>
        }
      >
        {(conversations) => <ConversationTable region={view.region} conversations={conversations} />}
      </PagesView>
    </section>
  );
}
