import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { toUrl } from '../../state/api-call.ts';
import { useConsole, useOverview } from '../../state/console.ts';
import { toCall } from '../../state/project.ts';
import type { AppResource, AppView } from '../../state/store.ts';
import { useGo } from '../../state/use-go.ts';
import { AsCode } from '../../ui/as-code.tsx';
import { ConfirmTyped } from '../../ui/confirm-typed.tsx';
import { Check, SelectField, TextField } from '../../ui/field.tsx';
import { Problem } from '../../ui/parts.tsx';

type Numbers = 'retention' | 'dispatchRetention' | 'retry' | 'fallbackWait';

/** What can be changed of an app beside its channels. */
export function SettingsTab({ view }: { view: AppView }): JSX.Element {
  const { api, store, toasts } = useConsole();
  const go = useGo();
  const { app } = view;
  const values = useSignal({
    name: app.display_name ?? '',
    mode: String(app.processing_mode ?? 'DISPATCH'),
    retentionType: String(app.retention_policy?.retention_type ?? 'MESSAGE_EXPIRE_POLICY'),
    metadataView: String(app.conversation_metadata_report_view ?? 'NONE'),
    fallback: app.delivery_report_based_fallback?.enabled ?? false,
    smart: app.smart_conversation?.enabled ?? false,
    callbackSecret: app.callback_settings?.secret_for_overridden_callback_urls ?? '',
  });
  const numbers = useSignal<Record<Numbers, string>>({
    retention: String(app.retention_policy?.ttl_days ?? 180),
    dispatchRetention: String(app.dispatch_retention_policy?.ttl_days ?? 0),
    retry: String(app.message_retry_settings?.retry_duration ?? 3600),
    fallbackWait: String(app.delivery_report_based_fallback?.delivery_report_waiting_time ?? 300),
  });
  const problem = useSignal<string | undefined>(undefined);
  const isDeleting = useSignal(false);
  const overview = useOverview();
  const { name, mode, retentionType, metadataView, fallback, smart, callbackSecret } = values.value;
  const number = (field: Numbers): number => Number(numbers.value[field]);
  const body = {
    display_name: name,
    processing_mode: mode,
    retention_policy: { retention_type: retentionType, ttl_days: number('retention') },
    dispatch_retention_policy: { ttl_days: number('dispatchRetention') },
    conversation_metadata_report_view: metadataView,
    message_retry_settings: { retry_duration: number('retry') },
    delivery_report_based_fallback: fallback ? { enabled: true, delivery_report_waiting_time: number('fallbackWait') } : { enabled: false },
    smart_conversation: { enabled: smart },
    ...(callbackSecret === '' ? {} : { callback_settings: { secret_for_overridden_callback_urls: callbackSecret } }),
  };
  const call = toCall(overview, {
    method: 'PATCH',
    region: view.region,
    parts: ['apps', view.id],
    body,
    clientMethod: 'apps.update',
    pathValues: [view.id],
  });
  const save = async (): Promise<void> => {
    const answer = await api.owner<AppResource>('PATCH', toUrl(call), body);
    problem.value = answer.ok ? undefined : answer.message;
    if (!answer.ok) return;
    store.putApp({ ...view, app: answer.data });
    toasts.say('Saved.');
  };
  const remove = async (): Promise<string | undefined> => {
    const answer = await api.owner('DELETE', call.path);
    if (!answer.ok) return answer.message;
    go('/apps');
    return undefined;
  };
  const set = (change: Partial<typeof values.value>): void => {
    values.value = { ...values.value, ...change };
  };
  const numberField = (field: Numbers, label: string, hint: string): JSX.Element => (
    <TextField
      label={label}
      hint={hint}
      type="number"
      value={numbers.value[field]}
      onInput={(value) => {
        numbers.value = { ...numbers.value, [field]: value };
      }}
    />
  );
  return (
    <div class="stack">
      <form
        class="card form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div class="two">
          <TextField label="Display name" value={name} onInput={(value) => set({ name: value })} />
          <SelectField
            label="Processing mode"
            value={mode}
            options={['DISPATCH', 'CONVERSATION']}
            onInput={(value) => set({ mode: value })}
          />
        </div>
        <div class="two">
          <SelectField
            label="Retention"
            value={retentionType}
            options={['MESSAGE_EXPIRE_POLICY', 'CONVERSATION_EXPIRE_POLICY', 'PERSIST_RETENTION_POLICY']}
            onInput={(value) => set({ retentionType: value })}
          />
          {numberField('retention', 'Retention in days', '1 to 3,650')}
          {numberField('dispatchRetention', 'Retention in DISPATCH mode, in days', '0 to 7')}
        </div>
        <div class="two">
          {numberField('retry', 'Retry for, in seconds', 'A message that fails for now is tried again: 30 to 3,600')}
          <SelectField
            label="Metadata of the conversation in callbacks"
            value={metadataView}
            options={['NONE', 'FULL']}
            onInput={(value) => set({ metadataView: value })}
          />
        </div>
        <Check
          label="Next channel when no delivery report comes"
          hint="Moves on after the waiting time, as after a failure."
          checked={fallback}
          onInput={(value) => set({ fallback: value })}
        />
        {fallback && numberField('fallbackWait', 'Waiting time in seconds', '10 to 259,200')}
        <Check label="Smart Conversations" checked={smart} onInput={(value) => set({ smart: value })} />
        <TextField
          label="Secret for callback_url of messages"
          hint="Signs what goes to an address that a message names."
          type="password"
          value={callbackSecret}
          onInput={(value) => set({ callbackSecret: value })}
        />
        <Problem message={problem.value} />
        <div>
          <button type="submit" class="button main-action" disabled={store.connection.value === 'gone'}>
            Save
          </button>
        </div>
      </form>
      <AsCode call={call} />
      <section class="card row apart" aria-label="Delete">
        <p class="soft">Deletes the app, its webhooks and what it keeps.</p>
        <button
          type="button"
          class="button danger"
          onClick={() => {
            isDeleting.value = true;
          }}
        >
          Delete app
        </button>
      </section>
      {isDeleting.value && (
        <ConfirmTyped
          title="Delete app"
          word={app.display_name || view.id}
          action="Delete"
          onConfirm={remove}
          onClose={() => {
            isDeleting.value = false;
          }}
        >
          <p>This cannot be undone.</p>
        </ConfirmTyped>
      )}
    </div>
  );
}
