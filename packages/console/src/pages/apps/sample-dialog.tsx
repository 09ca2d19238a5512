import { TRIGGERS } from 'virtual:spec';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useConsole } from '../../state/console.ts';
import type { WebhookResource } from '../../state/store.ts';
import type { CallbackSummary } from '../../state/wire.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Problem } from '../../ui/parts.tsx';

/** Sends a sample of a callback to the webhook that the dialog was opened with. Nothing happens but the callback. */
export function SampleDialog({ webhook, onClose }: { webhook: WebhookResource; onClose(): void }): JSX.Element {
  const { api, place, store } = useConsole();
  const trigger = useSignal<string>(webhook.triggers?.[0] ?? 'MESSAGE_INBOUND');
  const sent = useSignal<string | undefined>(undefined);
  const problem = useSignal<string | undefined>(undefined);
  const send = async (): Promise<void> => {
    const answer = await api.control<{ callback: CallbackSummary }>('POST', `/webhooks/${encodeURIComponent(webhook.id)}/test`, {
      trigger: trigger.value,
    });
    if (answer.ok) sent.value = answer.data.callback.id;
    else problem.value = answer.message;
  };
  // what the stream tells of it since
  const callback = store.callbacks.value.find(({ id }) => id === sent.value);
  return (
    <Dialog
      title="Send a test callback"
      onClose={onClose}
      onSubmit={send}
      foot={
        <button type="submit" class="button main-action">
          Send
        </button>
      }
    >
      <p class="soft break">To {webhook.target}</p>
      <SelectField
        label="Trigger"
        value={trigger.value}
        options={TRIGGERS}
        hint="A made-up body of this trigger, signed as a real one."
        onInput={(value) => {
          trigger.value = value;
          problem.value = undefined;
        }}
      />
      <Problem message={problem.value} />
      <p role="status">
        {sent.value &&
          (callback?.last_attempt
            ? `The receiver answered: ${callback.last_attempt.status ?? callback.last_attempt.error}. `
            : 'Sent; no answer yet. ')}
        {sent.value && <a href={`${place.base}/callbacks/${encodeURIComponent(sent.value)}`}>Look at the callback</a>}
      </p>
    </Dialog>
  );
}
