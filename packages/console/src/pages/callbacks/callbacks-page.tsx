import { TRIGGERS } from 'virtual:spec';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useConsole } from '../../state/console.ts';
import { Choice, hasWords, Search } from '../../ui/filters.tsx';
import { LogList } from '../../ui/log-list.tsx';
import { Empty, PageHead } from '../../ui/parts.tsx';
import { CallbackLine } from './callback-line.tsx';

const STATES = ['delivered', 'pending', 'dropped', 'refused'];

/** What was posted to webhooks, the newest first. */
export function CallbacksPage(): JSX.Element {
  const { api, place, store, toasts } = useConsole();
  const words = useSignal('');
  const state = useSignal('');
  const trigger = useSignal('');
  useEffect(() => {
    void store.needLog('callbacks');
  }, []);
  const all = store.callbacks.value;
  const shown = all
    .filter(
      (callback) =>
        (state.value === '' || callback.state === state.value) &&
        (trigger.value === '' || callback.trigger === trigger.value) &&
        (words.value === '' || hasWords(words.value, callback.trigger, callback.target, callback.gist, callback.id)),
    )
    .reverse();
  const resendDropped = async (): Promise<void> => {
    const answer = await api.control<{ callbacks: unknown[] }>('POST', '/callbacks/resend', { state: 'dropped' });
    if (answer.ok) toasts.say(`${answer.data.callbacks.length} are on their way again.`);
    else toasts.fail(answer.message);
  };
  return (
    <div class="page stack">
      <PageHead title="Callbacks" about="What was posted to webhooks, with every try.">
        <button type="button" class="button" disabled={store.dropped.value === 0} onClick={resendDropped}>
          Send all dropped ones again
        </button>
      </PageHead>
      <section class="card flush" aria-label="Callbacks">
        <div class="filters">
          <Search
            label="Search callbacks"
            value={words.value}
            onInput={(value) => {
              words.value = value;
            }}
          />
          <Choice
            label="State"
            all="Every state"
            options={STATES}
            value={state.value}
            onInput={(value) => {
              state.value = value;
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
          <Empty title={all.length === 0 ? 'No callback yet' : 'None fits'}>
            {all.length === 0 && <p>Add a webhook to an app, then send a message, or write from a handset.</p>}
          </Empty>
        ) : (
          <LogList
            label="Callbacks"
            items={shown}
            keyOf={({ id }) => id}
            hrefOf={({ id }) => `${place.base}/callbacks/${encodeURIComponent(id)}`}
          >
            {(callback) => <CallbackLine callback={callback} />}
          </LogList>
        )}
      </section>
    </div>
  );
}
