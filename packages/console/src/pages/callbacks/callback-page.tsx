import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Answer } from '../../state/api.ts';
import { useConsole } from '../../state/console.ts';
import { useGo } from '../../state/use-go.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import type { CallbackEntry, CallbackSummary } from '../../state/wire.ts';
import { toTime } from '../../state/words.ts';
import { JsonView } from '../../ui/json-view.tsx';
import { LoadedView } from '../../ui/loaded-view.tsx';
import { PageHead } from '../../ui/parts.tsx';
import { Code } from '../../ui/scroll-region.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { StateBadge } from './callback-line.tsx';
import { toHandler } from './handler-code.ts';
import { SignaturePanel } from './signature-panel.tsx';

const PARTS = ['Body', 'Headers', 'Signature', 'Attempts', 'Handler'] as const;

/** One callback: what was sent, whether its signature is right, and how the receiver answered. */
export function CallbackPage({ id = '' }: { id?: string }): JSX.Element {
  const { api, store } = useConsole();
  // read again when the stream tells of another try
  const news = store.callbacks.value.find((callback) => callback.id === id);
  const loaded = useLoaded(id, `${news?.state} ${news?.attempts}`, async (wanted): Promise<Answer<CallbackEntry>> => {
    const answer = await api.control<{ callback: CallbackEntry }>('GET', `/callbacks/${encodeURIComponent(wanted)}`);
    return answer.ok ? { ok: true, data: answer.data.callback } : answer;
  });
  return (
    <div class="page stack">
      <LoadedView id={id} loaded={loaded.value} title="Callback">
        {(callback) => <Callback key={callback.id} callback={callback} />}
      </LoadedView>
    </div>
  );
}

function Callback({ callback }: { callback: CallbackEntry }): JSX.Element {
  const { api, place, store, toasts } = useConsole();
  const go = useGo();
  const part = useSignal<(typeof PARTS)[number]>('Body');
  const resend = async (): Promise<void> => {
    const answer = await api.control<{ callback: CallbackSummary }>('POST', `/callbacks/${encodeURIComponent(callback.id)}/resend`);
    if (!answer.ok) return toasts.fail(answer.message);
    toasts.say('Sent again, with a new signature.');
    go(`/callbacks/${encodeURIComponent(answer.data.callback.id)}`);
  };
  const app = store.app(callback.app_id);
  return (
    <>
      <PageHead
        title={callback.trigger}
        about={
          <span class="row">
            <StateBadge state={callback.state} />
            <span class="break">
              {toTime(callback.time)} to {callback.target}
            </span>
          </span>
        }
      >
        <button type="button" class="button main-action" onClick={resend}>
          Send again
        </button>
      </PageHead>
      <dl class="card facts">
        <dt>App</dt>
        <dd>
          {app ? (
            <a href={`${place.base}/apps/${app.region}/${encodeURIComponent(app.id)}`}>{app.app.display_name || app.id}</a>
          ) : (
            callback.app_id
          )}
        </dd>
        <dt>About</dt>
        <dd>{callback.gist}</dd>
        {callback.message_id && (
          <>
            <dt>Message</dt>
            <dd>
              <a href={`${place.base}/messages/${encodeURIComponent(callback.message_id)}`}>{callback.message_id}</a>
            </dd>
          </>
        )}
        {callback.resend_of && (
          <>
            <dt>Repeats</dt>
            <dd>
              <a href={`${place.base}/callbacks/${encodeURIComponent(callback.resend_of)}`}>{callback.resend_of}</a>
            </dd>
          </>
        )}
      </dl>
      <Tabs names={PARTS} chosen={part} />
      <section class="card" aria-label={part.value}>
        {part.value === 'Body' && <JsonView label="body" value={callback.event} />}
        {part.value === 'Headers' && (
          <Code
            label="headers"
            text={Object.entries(callback.headers)
              .map(([name, value]) => `${name}: ${value}`)
              .join('\n')}
          />
        )}
        {part.value === 'Signature' && <SignaturePanel callback={callback} />}
        {part.value === 'Attempts' && <Attempts callback={callback} />}
        {part.value === 'Handler' && <Code label="a handler" text={toHandler(callback.trigger)} />}
      </section>
    </>
  );
}

function Attempts({ callback }: { callback: CallbackEntry }): JSX.Element {
  if (callback.attempts.length === 0) return <p class="soft">Not tried yet.</p>;
  return (
    <ol class="lines">
      {callback.attempts.map(({ time, status, error, ms }, position) => (
        <li key={position}>
          <span class="soft nowrap">{toTime(time)}</span>
          <span class="grow break">{status === undefined ? (error ?? 'no answer') : `HTTP ${status}`}</span>
          {ms !== undefined && <span class="soft nowrap">{Math.round(ms)} ms</span>}
        </li>
      ))}
    </ol>
  );
}
