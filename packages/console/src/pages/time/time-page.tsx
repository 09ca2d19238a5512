import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useConsole } from '../../state/console.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import type { PlanList } from '../../state/wire.ts';
import { toDuration, toTime } from '../../state/words.ts';
import { ConfirmTyped } from '../../ui/confirm-typed.tsx';
import { LoadedView } from '../../ui/loaded-view.tsx';
import { Badge, PageHead } from '../../ui/parts.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { SnapshotCard } from './snapshot-card.tsx';

const STEPS: readonly [label: string, ms: number][] = [
  ['1 minute', 60_000],
  ['1 hour', 3_600_000],
  ['25 hours', 90_000_000],
  ['7 days', 604_800_000],
];

/** The clock of the emulator, what is planned, and what it remembers. */
export function TimePage(): JSX.Element {
  const { api, store, toasts } = useConsole();
  const isResetting = useSignal(false);
  const isMoving = useSignal(false);
  const clock = store.clock.value;
  const planned = useLoaded('plan', `${clock?.now} ${store.plan.value?.total} ${store.plan.value?.next?.due}`, () =>
    api.control<PlanList>('GET', '/plan'),
  );
  const move = async (body: object): Promise<void> => {
    isMoving.value = true;
    const answer = await api.control('POST', '/clock', body);
    isMoving.value = false;
    if (!answer.ok) toasts.fail(answer.message);
  };
  return (
    <div class="page stack">
      <PageHead
        title="Time"
        about="Moves forward at once: what falls due on the way happens in its order. Callbacks keep being signed with the real time."
      />
      <section class="card stack" aria-label="Clock">
        {clock && (
          <p>
            It is <strong>{toTime(clock.now)}</strong> here
            {clock.offset_ms === 0 ? ', as everywhere.' : <Badge tone="warn">{toDuration(clock.offset_ms)} ahead</Badge>}
          </p>
        )}
        <div class="row">
          {STEPS.map(([label, ms]) => (
            <button key={label} type="button" class="button" disabled={isMoving.value} onClick={() => move({ advance_ms: ms })}>
              + {label}
            </button>
          ))}
          <button type="button" class="button main-action" disabled={isMoving.value} onClick={() => move({ to: 'next' })}>
            To the next planned thing
          </button>
        </div>
      </section>
      <section class="card flush" aria-labelledby="planned">
        <h2 id="planned" class="card-head">
          Planned
        </h2>
        <LoadedView id="plan" loaded={planned.value}>
          {({ planned: things, total }) =>
            things.length === 0 ? (
              <p class="soft pad">Nothing is planned.</p>
            ) : (
              <ScrollRegion label="Planned things">
                <table>
                  <thead>
                    <tr>
                      <th scope="col">Due</th>
                      <th scope="col">In</th>
                      <th scope="col">What</th>
                    </tr>
                  </thead>
                  <tbody>
                    {things.map(({ due, in_ms: inMs, what }, position) => (
                      <tr key={position}>
                        <td class="nowrap">{toTime(due)}</td>
                        <td class="nowrap">{toDuration(inMs)}</td>
                        <td class="break">{what}</td>
                      </tr>
                    ))}
                    {total > things.length && (
                      <tr>
                        <td colspan={3} class="soft">
                          and {total - things.length} more
                        </td>
                      </tr>
                    )}
                  </tbody>
                </table>
              </ScrollRegion>
            )
          }
        </LoadedView>
      </section>
      <SnapshotCard />
      <section class="card row apart" aria-label="Reset">
        <p class="soft">Forgets apps, contacts, messages and logs.</p>
        <button
          type="button"
          class="button danger"
          onClick={() => {
            isResetting.value = true;
          }}
        >
          Reset the emulator
        </button>
      </section>
      {isResetting.value && (
        <ConfirmTyped
          title="Reset the emulator"
          word="reset"
          action="Reset"
          onConfirm={async () => {
            const answer = await api.control('POST', '/reset');
            return answer.ok ? undefined : answer.message;
          }}
          onClose={() => {
            isResetting.value = false;
          }}
        >
          <p>All that is here will be gone.</p>
        </ConfirmTyped>
      )}
    </div>
  );
}
