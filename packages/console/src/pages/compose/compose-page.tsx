import type { SendMessageRequest } from '@convapi/core';
import { checkSend, explain } from '@convapi/message-builder';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso';
import { toUrl } from '../../state/api-call.ts';
import { useConsole, useOverview } from '../../state/console.ts';
import { toCall } from '../../state/project.ts';
import type { AppView } from '../../state/store.ts';
import { useGo } from '../../state/use-go.ts';
import { toChannelName } from '../../state/words.ts';
import { AsCode } from '../../ui/as-code.tsx';
import { Check, SelectField } from '../../ui/field.tsx';
import { Empty, PageHead, Problem } from '../../ui/parts.tsx';
import { type Draft, FIRST_DRAFT, KINDS, toMessage } from './draft.ts';
import { IssueList } from './issue-list.tsx';
import { MessageFields } from './message-fields.tsx';
import { PlanView } from './plan-view.tsx';
import { PreviewPhones } from './preview-phones.tsx';
import { type Recipient, RecipientFields, toRecipient } from './recipient-fields.tsx';

/** Writes a message, shows it on every phone of the app while it is written, and sends it. */
export function ComposePage(): JSX.Element {
  const { place, store } = useConsole();
  const { query } = useLocation();
  const chosen = useSignal(query.app ?? '');
  const apps = store.apps.value;
  const view = store.app(chosen.value) ?? apps[0];
  return (
    <div class="page wide stack">
      <PageHead title="Compose" about="What it will look like on each phone, what is wrong with it, and which channel is tried first." />
      {view ? (
        <>
          <div class="narrow">
            <SelectField
              label="App"
              value={view.id}
              options={apps.map(({ id, region, app }) => ({ value: id, label: `${app.display_name ?? id} (${region})` }))}
              onInput={(value) => {
                chosen.value = value;
              }}
            />
          </div>
          <Composer key={view.id} view={view} />
        </>
      ) : (
        <div class="card flush">
          <Empty title="No app yet">
            <p>Messages are sent by an app.</p>
            <a class="button main-action" href={`${place.base}/apps`}>
              Create one
            </a>
          </Empty>
        </div>
      )}
    </div>
  );
}

function Composer({ view }: { view: AppView }): JSX.Element {
  const { api, store, toasts } = useConsole();
  const overview = useOverview();
  const go = useGo();
  const channels = (view.app.channel_credentials ?? []).map(({ channel }) => String(channel));
  const draft = useSignal<Draft>(FIRST_DRAFT);
  const recipient = useSignal<Recipient>(firstRecipient(channels));
  const goesToWall = useSignal(true);
  const problem = useSignal<string | undefined>(undefined);
  const isSending = useSignal(false);
  const made = toMessage(draft.value);
  const message = 'message' in made ? made.message : undefined;
  const body = { app_id: view.id, recipient: toRecipient(recipient.value), message: message ?? {} } as unknown as SendMessageRequest;
  const call = toCall(overview, {
    method: 'POST',
    region: view.region,
    parts: ['messages'],
    verb: ':send',
    body,
    clientMethod: 'messages.send',
  });
  const issues = message === undefined ? [] : checkSend(body, channels as never);
  const explanation = message === undefined ? undefined : explain(body, view.app);
  const problemAt = (...paths: string[]): string | undefined => {
    if ('problem' in made) return paths.includes('') || paths.some((path) => path.startsWith('template')) ? made.problem : undefined;
    const found = issues.find(
      ({ path, severity }) =>
        severity !== 'note' &&
        paths.some(
          (wanted) => path === `message.${wanted}` || path.startsWith(`message.${wanted}.`) || path.startsWith(`message.${wanted}[`),
        ),
    );
    return found && `${found.channel ? `${toChannelName(found.channel)}: ` : ''}${found.message}`;
  };
  const send = async (): Promise<void> => {
    if (message === undefined) return;
    isSending.value = true;
    const answer = await api.owner<{ message_id: string }>('POST', toUrl(call), body);
    isSending.value = false;
    problem.value = answer.ok ? undefined : answer.message;
    if (!answer.ok) return;
    if (goesToWall.value) go('/wall');
    else toasts.say(`Sent: ${answer.data.message_id}`);
  };
  return (
    <div class="compose">
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
        }}
      >
        <section class="card form" aria-labelledby="recipient">
          <h2 id="recipient">To</h2>
          <RecipientFields
            value={recipient.value}
            channels={channels}
            region={view.region}
            onChange={(value) => {
              recipient.value = value;
            }}
          />
        </section>
        <section class="card form" aria-labelledby="message">
          <h2 id="message">Message</h2>
          <div class="row">
            {KINDS.map((kind) => (
              <button
                key={kind}
                type="button"
                class="button small toggle"
                aria-pressed={draft.value.kind === kind}
                onClick={() => {
                  draft.value = { ...draft.value, kind };
                }}
              >
                {kind}
              </button>
            ))}
          </div>
          <MessageFields
            draft={draft.value}
            problemAt={problemAt}
            onChange={(change) => {
              draft.value = { ...draft.value, ...change };
            }}
          />
        </section>
        <Problem message={problem.value} />
        <div class="row">
          <button
            type="submit"
            class="button main-action"
            disabled={message === undefined || isSending.value || store.connection.value === 'gone'}
          >
            Send
          </button>
          <Check
            label="Then show the phones"
            checked={goesToWall.value}
            onInput={(checked) => {
              goesToWall.value = checked;
            }}
          />
        </div>
        <AsCode call={call} />
      </form>
      <div class="stack">
        {message && <PreviewPhones message={message} channels={channels} name={view.app.display_name ?? ''} />}
        {explanation && <PlanView explanation={explanation} />}
        <IssueList issues={issues} />
      </div>
    </div>
  );
}

function firstRecipient(channels: readonly string[]): Recipient {
  return { kind: 'addresses', contactId: '', addresses: channels.slice(0, 3).map((channel) => ({ channel, identity: '46700000001' })) };
}
