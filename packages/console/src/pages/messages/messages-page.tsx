import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso';
import { useConsole } from '../../state/console.ts';
import { usePages } from '../../state/use-pages.ts';
import type { HandsetEntrySummary, MessagePage } from '../../state/wire.ts';
import { toChannelName, toTime } from '../../state/words.ts';
import { Choice, Search } from '../../ui/filters.tsx';
import { PagesView } from '../../ui/pages-view.tsx';
import { Empty, PageHead } from '../../ui/parts.tsx';
import { StatusMark } from './status-mark.tsx';

const PAGE_SIZE = 100;

/** What phones got and wrote, the newest first: of one app, or of all. */
export function MessagesPage(): JSX.Element {
  const { api, place, store } = useConsole();
  const { query } = useLocation();
  const words = useSignal('');
  const appId = useSignal(query.app ?? '');
  const key = `${appId.value} ${words.value}`;
  const { pages, more } = usePages<HandsetEntrySummary>(key, store.versions.messages.value, async (token) => {
    const search = new URLSearchParams({ view: 'summary', limit: String(PAGE_SIZE) });
    if (appId.value !== '') search.set('app_id', appId.value);
    if (words.value.trim() !== '') search.set('q', words.value);
    if (token !== '') search.set('before', token);
    const answer = await api.control<MessagePage>('GET', `/messages?${search}`);
    return answer.ok
      ? { ok: true, data: { items: [...answer.data.messages].reverse(), next: answer.data.previous?.toString() ?? '' } }
      : answer;
  });
  return (
    <div class="page stack">
      <PageHead title="Messages" about="What phones got and wrote, with its state." />
      <section class="card flush" aria-label="Messages">
        <div class="filters">
          <Search
            label="Search messages"
            value={words.value}
            onInput={(value) => {
              words.value = value;
            }}
          />
          <Choice
            label="App"
            all="Every app"
            options={store.apps.value.map(({ id, app }) => ({ value: id, label: app.display_name ?? id }))}
            value={appId.value}
            onInput={(value) => {
              appId.value = value;
            }}
          />
        </div>
        <PagesView
          id={key}
          pages={pages.value}
          more={more}
          empty={
            <Empty title={words.value === '' ? 'No message yet' : 'None fits'}>
              <a class="button main-action" href={`${place.base}/compose`}>
                Send a message
              </a>
            </Empty>
          }
        >
          {(messages) => (
            <ul class="rows">
              {messages.map((message) => (
                <li key={`${message.message_id} ${message.channel} ${message.identity}`}>
                  <a href={`${place.base}/messages/${encodeURIComponent(message.message_id)}`}>
                    <time class="soft nowrap small" datetime={message.time}>
                      {toTime(message.time)}
                    </time>
                    <span class="grow">
                      <bdi class="cut">{message.gist}</bdi>
                      <span class="soft small cut">
                        {message.direction === 'TO_CONTACT' ? 'to' : 'from'} {toChannelName(message.channel)} {message.identity}
                      </span>
                    </span>
                    <StatusMark message={message} />
                  </a>
                </li>
              ))}
            </ul>
          )}
        </PagesView>
      </section>
    </div>
  );
}
