import { TRIGGERS } from 'virtual:spec';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useConsole } from '../../state/console.ts';
import { toTime } from '../../state/words.ts';
import { Choice, hasWords, Search } from '../../ui/filters.tsx';
import { LogList } from '../../ui/log-list.tsx';
import { Empty, PageHead } from '../../ui/parts.tsx';

/** All that happened, whether a webhook hears of it or not, the newest first. */
export function EventsPage(): JSX.Element {
  const { place, store } = useConsole();
  const words = useSignal('');
  const trigger = useSignal('');
  useEffect(() => {
    void store.needLog('events');
  }, []);
  const all = store.events.value;
  const shown = all
    .filter(
      (event) =>
        (trigger.value === '' || event.trigger === trigger.value) &&
        (words.value === '' || hasWords(words.value, event.trigger, event.gist, event.identity, event.message_id)),
    )
    .reverse();
  return (
    <div class="page stack">
      <PageHead title="Events" about="All that happened, whether a webhook hears of it or not." />
      <section class="card flush" aria-label="Events">
        <div class="filters">
          <Search
            label="Search events"
            value={words.value}
            onInput={(value) => {
              words.value = value;
            }}
          />
          <Choice
            label="Trigger"
            all="Every trigger"
            options={TRIGGERS}
            value={trigger.value}
            onInput={(value) => {
              trigger.value = value;
            }}
          />
        </div>
        {shown.length === 0 ? (
          <Empty title={all.length === 0 ? 'Nothing happened yet' : 'None fits'} />
        ) : (
          <LogList label="Events" items={shown} keyOf={({ seq }) => String(seq)} hrefOf={({ seq }) => `${place.base}/events/${seq}`}>
            {({ trigger: name, time, gist, app_id: appId }) => (
              <>
                <time class="soft nowrap small" datetime={time}>
                  {toTime(time)}
                </time>
                <span class="grow">
                  <strong class="cut">{name}</strong>
                  <span class="soft small cut">{gist}</span>
                </span>
                <span class="soft small nowrap wide">{store.app(appId)?.app.display_name ?? appId}</span>
              </>
            )}
          </LogList>
        )}
      </section>
    </div>
  );
}
