import { Phone } from '@convapi/handset';
import '@convapi/handset/styles.css';
import type { JSX } from 'preact';
import type { Answer } from '../../state/api.ts';
import { useConsole } from '../../state/console.ts';
import { toThread } from '../../state/to-thread.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import type {
  CallbackPage,
  CallbackSummary,
  EventPage,
  EventSummary,
  HandsetEntryView,
  MessagePage as MessagePageAnswer,
} from '../../state/wire.ts';
import { toTime } from '../../state/words.ts';
import { CopyLine } from '../../ui/copy.tsx';
import { JsonView } from '../../ui/json-view.tsx';
import { LoadedView } from '../../ui/loaded-view.tsx';
import { Badge, Empty, PageHead } from '../../ui/parts.tsx';
import { toTimeline } from './to-timeline.ts';

interface Traces {
  events: EventSummary[];
  callbacks: CallbackSummary[];
  entries: HandsetEntryView[];
}

/** One message from the call to the last callback: what it came to on each channel. */
export function MessagePage({ id = '' }: { id?: string }): JSX.Element {
  const { api, store } = useConsole();
  const version = `${store.versions.messages.value} ${store.callbacks.value.length} ${store.events.value.length}`;
  const loaded = useLoaded(id, version, async (wanted): Promise<Answer<Traces>> => {
    const query = `message_id=${encodeURIComponent(wanted)}`;
    const [events, callbacks, messages] = await Promise.all([
      api.control<EventPage>('GET', `/events?view=summary&${query}`),
      api.control<CallbackPage>('GET', `/callbacks?view=summary&${query}`),
      api.control<MessagePageAnswer>('GET', `/messages?${query}`),
    ]);
    if (!events.ok) return events;
    if (!callbacks.ok) return callbacks;
    if (!messages.ok) return messages;
    return {
      ok: true,
      data: {
        events: events.data.events,
        callbacks: callbacks.data.callbacks as CallbackSummary[],
        entries: messages.data.messages as HandsetEntryView[],
      },
    };
  });
  return (
    <div class="page stack">
      <PageHead title="Message" about={<CopyLine text={id} what="message id" />} />
      <LoadedView id={id} loaded={loaded.value}>
        {(traces) => <Life traces={traces} />}
      </LoadedView>
    </div>
  );
}

function Life({ traces }: { traces: Traces }): JSX.Element {
  const { place } = useConsole();
  const moments = toTimeline(traces);
  if (moments.length === 0) {
    return (
      <div class="card flush">
        <Empty title="Nothing is known of this message">
          <p>It is of another project, or no longer remembered.</p>
        </Empty>
      </div>
    );
  }
  const last = traces.entries.at(-1);
  return (
    <div class="grid-two">
      <div class="stack">
        <section class="card" aria-label="What happened">
          <ol class="lines">
            {moments.map(({ key, time, kind, title, about, isBad, path }) => (
              <li key={key}>
                <time class="soft nowrap small" datetime={time}>
                  {toTime(time)}
                </time>
                <a class="plain grow" href={`${place.base}${path}`}>
                  <strong class="break">{title}</strong>
                  <span class="soft small break">{about}</span>
                </a>
                <Badge tone={isBad ? 'bad' : kind === 'phone' ? 'accent' : 'plain'}>{kind}</Badge>
              </li>
            ))}
          </ol>
        </section>
        {last && (
          <section class="card stack-s" aria-label="Message">
            <h2>What was sent</h2>
            <JsonView label="message" value={last.message} />
          </section>
        )}
      </div>
      <section class="phones" aria-label="Phones">
        {traces.entries.map((entry) => (
          <div class="phone" key={`${entry.channel} ${entry.identity}`}>
            <Phone channel={entry.channel} owner={entry.identity} entries={toThread([entry])} />
          </div>
        ))}
      </section>
    </div>
  );
}
