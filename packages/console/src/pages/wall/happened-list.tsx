import type { JSX } from 'preact';
import { useConsole } from '../../state/console.ts';
import type { HandsetOverview } from '../../state/wire.ts';
import { toChannelName, toTime } from '../../state/words.ts';
import { StateBadge } from '../callbacks/callback-line.tsx';

const SHOWN = 15;

/** How many of the newest callbacks are looked through. */
const LOOKED_AT = 200;

/** What happened last: on the phone that is used, or everywhere. With each event the callbacks that told of it. */
export function HappenedList({ handset }: { handset: HandsetOverview | undefined }): JSX.Element {
  const { place, store } = useConsole();
  const events = store.events.value
    .filter(
      ({ channel, identity }) =>
        handset === undefined ||
        identity === undefined ||
        (identity === handset.identity && (channel ?? handset.channel) === handset.channel),
    )
    .slice(-SHOWN)
    .reverse();
  const callbacks = store.callbacks.value.slice(-LOOKED_AT);
  // callbacks of an event are noted right behind it
  const nextAfter = (seq: number): number => store.events.value.find((event) => event.seq > seq)?.seq ?? Number.POSITIVE_INFINITY;
  return (
    <section class="card stack-s happened" aria-labelledby="happened">
      <h2 id="happened">What just happened</h2>
      <p class="soft small">{handset ? `On ${toChannelName(handset.channel)} of ${handset.name || handset.identity}` : 'On all phones'}</p>
      {events.length === 0 ? (
        <p class="soft">Nothing yet.</p>
      ) : (
        <ul class="lines">
          {events.map(({ seq, trigger, time, gist }) => (
            <li key={seq} class="stacked">
              <a class="plain" href={`${place.base}/events/${seq}`}>
                <span class="soft small">{toTime(time)}</span> <strong class="small break">{trigger}</strong>
                <span class="soft small break block">{gist}</span>
              </a>
              {callbacks
                .filter((callback) => callback.trigger === trigger && callback.seq > seq && callback.seq < nextAfter(seq))
                .slice(-2)
                .map((callback) => (
                  <a key={callback.id} class="plain small row" href={`${place.base}/callbacks/${encodeURIComponent(callback.id)}`}>
                    <StateBadge state={callback.state} />
                    <span class="cut grow">
                      {callback.target} {callback.last_attempt?.status ?? callback.last_attempt?.error ?? ''}
                    </span>
                  </a>
                ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
