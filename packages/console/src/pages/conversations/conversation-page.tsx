import type { ConversationMessage } from '@convapi/core';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { type ApiCall, toUrl } from '../../state/api-call.ts';
import { useConsole, useOverview } from '../../state/console.ts';
import { type ProjectCall, toCall } from '../../state/project.ts';
import type { ConversationResource } from '../../state/store.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { usePages } from '../../state/use-pages.ts';
import { toChannelName, toTime } from '../../state/words.ts';
import { CopyLine } from '../../ui/copy.tsx';
import { LoadedView } from '../../ui/loaded-view.tsx';
import { PagesView } from '../../ui/pages-view.tsx';
import { Badge, PageHead } from '../../ui/parts.tsx';
import { InjectDialog } from './inject-dialog.tsx';
import { toGist } from './to-gist.ts';

/** One conversation: what was said, and what can be done with it. */
export function ConversationPage({ region = '', id = '' }: { region?: string; id?: string }): JSX.Element {
  const { api, store } = useConsole();
  const overview = useOverview();
  const loaded = useLoaded(`${region} ${id}`, store.versions.conversations.value, () => {
    const call = toCall(overview, { method: 'GET', region, parts: ['conversations', id], clientMethod: 'conversations.get' });
    return api.owner<ConversationResource>('GET', toUrl(call));
  });
  return (
    <div class="page stack">
      <LoadedView id={`${region} ${id}`} loaded={loaded.value} title="Conversation">
        {(conversation) => <Conversation key={conversation.id} region={region} conversation={conversation} />}
      </LoadedView>
    </div>
  );
}

function Conversation({ region, conversation }: { region: string; conversation: ConversationResource }): JSX.Element {
  const { api, place, store, toasts } = useConsole();
  const overview = useOverview();
  const isInjecting = useSignal(false);
  const make = (call: Omit<ProjectCall, 'region'>): ApiCall => toCall(overview, { region, ...call });
  const { pages, more } = usePages<ConversationMessage>(conversation.id, store.versions.messages.value, async (token) => {
    const query = { conversation_id: conversation.id, page_size: '50', ...(token === '' ? {} : { page_token: token }) };
    const answer = await api.owner<{ messages?: ConversationMessage[]; next_page_token?: string }>(
      'GET',
      toUrl(make({ method: 'GET', parts: ['messages'], query, clientMethod: 'messages.list' })),
    );
    return answer.ok ? { ok: true, data: { items: answer.data.messages ?? [], next: answer.data.next_page_token ?? '' } } : answer;
  });
  const stop = async (): Promise<void> => {
    const answer = await api.owner(
      'POST',
      toUrl(make({ method: 'POST', parts: ['conversations', conversation.id], verb: ':stop', clientMethod: 'conversations.stop' })),
    );
    if (!answer.ok) toasts.fail(answer.message);
  };
  return (
    <>
      <PageHead title="Conversation" about={<CopyLine text={conversation.id} what="conversation id" />}>
        <button
          type="button"
          class="button"
          onClick={() => {
            isInjecting.value = true;
          }}
        >
          Inject a message
        </button>
        {conversation.active && (
          <button type="button" class="button danger" onClick={stop}>
            Stop
          </button>
        )}
      </PageHead>
      <dl class="card facts">
        <dt>State</dt>
        <dd>{conversation.active ? <Badge tone="good">active</Badge> : <Badge>stopped</Badge>}</dd>
        <dt>App</dt>
        <dd>
          <a href={`${place.base}/apps/${region}/${encodeURIComponent(conversation.app_id)}`}>
            {store.app(conversation.app_id)?.app.display_name ?? conversation.app_id}
          </a>
        </dd>
        <dt>Contact</dt>
        <dd>
          <a href={`${place.base}/contacts/${region}/${encodeURIComponent(conversation.contact_id)}`}>{conversation.contact_id}</a>
        </dd>
        <dt>Channel</dt>
        <dd>{conversation.active_channel ? toChannelName(conversation.active_channel) : 'none yet'}</dd>
      </dl>
      <section class="card flush" aria-label="Messages">
        <PagesView id={conversation.id} pages={pages.value} more={more} empty={<p class="soft pad">Nothing was said yet.</p>}>
          {(messages) => (
            <ol class="rows">
              {messages.map((message) => (
                <li key={message.id}>
                  <a href={`${place.base}/messages/${encodeURIComponent(message.id ?? '')}`}>
                    <time class="soft nowrap small">{message.accept_time ? toTime(message.accept_time) : ''}</time>
                    <span class="grow">
                      <bdi class="cut">{toGist(message)}</bdi>
                      <span class="soft small cut">
                        {message.direction === 'TO_APP' ? 'from the contact' : 'from the app'}
                        {message.channel_identity ? `, ${toChannelName(message.channel_identity.channel)}` : ''}
                      </span>
                    </span>
                  </a>
                </li>
              ))}
            </ol>
          )}
        </PagesView>
      </section>
      {isInjecting.value && (
        <InjectDialog
          region={region}
          conversation={conversation}
          onClose={() => {
            isInjecting.value = false;
          }}
        />
      )}
    </>
  );
}
