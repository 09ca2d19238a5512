import type { JSX } from 'preact';
import { useConsole } from '../../state/console.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { toTime } from '../../state/words.ts';
import { LoadedView } from '../../ui/loaded-view.tsx';

interface Fired {
  fault: string;
  time: string;
  at: string;
  effect: Record<string, unknown>;
  subject: { operation?: string; trigger?: string; message_id?: string; channels?: string[] };
}

const SHOWN = 20;

/** The faults that happened last. */
export function FiredList(): JSX.Element {
  const { api, store } = useConsole();
  const struck = store.faults.value.reduce((sum, { fired }) => sum + fired, 0);
  const loaded = useLoaded('fired', struck, () => api.control<{ fired: Fired[] }>('GET', '/faults/fired'));
  return (
    <section class="card stack-s" aria-labelledby="fired">
      <h2 id="fired">What struck</h2>
      <LoadedView id="fired" loaded={loaded.value}>
        {({ fired }) =>
          fired.length === 0 ? (
            <p class="soft">Nothing yet.</p>
          ) : (
            <ul class="lines">
              {fired
                .slice(-SHOWN)
                .reverse()
                .map(({ time, effect, subject }, position) => (
                  <li key={position}>
                    <span class="soft nowrap small">{toTime(time)}</span>
                    <span class="grow break small">
                      <strong>{subject.operation ?? subject.trigger ?? subject.channels?.join(', ') ?? ''}</strong>
                      <code>{JSON.stringify(effect)}</code>
                    </span>
                  </li>
                ))}
            </ul>
          )
        }
      </LoadedView>
    </section>
  );
}
