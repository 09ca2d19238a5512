import type { JSX } from 'preact';
import type { Answer } from '../../state/api.ts';
import { useConsole } from '../../state/console.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import type { EventEntry, EventPage as EventPageAnswer } from '../../state/wire.ts';
import { toTime } from '../../state/words.ts';
import { JsonView } from '../../ui/json-view.tsx';
import { LoadedView } from '../../ui/loaded-view.tsx';
import { PageHead } from '../../ui/parts.tsx';

/** One event, with the body that its callbacks carry. */
export function EventPage({ seq = '' }: { seq?: string }): JSX.Element {
  const { api, place } = useConsole();
  const loaded = useLoaded(seq, 0, async (wanted): Promise<Answer<EventEntry>> => {
    const answer = await api.control<EventPageAnswer>('GET', `/events?after=${Number(wanted) - 1}&limit=1`);
    if (!answer.ok) return answer;
    const event = answer.data.events.find(({ seq: found }) => String(found) === wanted);
    return event ? { ok: true, data: event as EventEntry } : { ok: false, status: 404, message: 'This event is no longer remembered.' };
  });
  return (
    <div class="page stack">
      <LoadedView id={seq} loaded={loaded.value} title="Event">
        {(event) => (
          <>
            <PageHead title={event.trigger} about={`${toTime(event.time)}: ${event.gist}`} />
            {event.message_id && (
              <p>
                About message <a href={`${place.base}/messages/${encodeURIComponent(event.message_id)}`}>{event.message_id}</a>
              </p>
            )}
            <section class="card" aria-label="Body">
              <JsonView label="body" value={event.body} />
            </section>
          </>
        )}
      </LoadedView>
    </div>
  );
}
