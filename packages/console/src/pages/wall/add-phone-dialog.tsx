import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useConsole } from '../../state/console.ts';
import { toChannelName } from '../../state/words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Problem } from '../../ui/parts.tsx';

/** A phone that writes first. */
export function AddPhoneDialog({ onClose }: { onClose(): void }): JSX.Element {
  const { api, store } = useConsole();
  const apps = store.apps.value;
  const appId = useSignal(apps[0]?.id ?? '');
  const channels = (store.app(appId.value)?.app.channel_credentials ?? []).map(({ channel }) => String(channel));
  const channel = useSignal(channels[0] ?? '');
  const identity = useSignal('46700000001');
  const name = useSignal('');
  const text = useSignal('Hello!');
  const problem = useSignal<string | undefined>(undefined);
  const add = async (): Promise<void> => {
    const who = { channel: channel.value, identity: identity.value, app_id: appId.value };
    if (name.value !== '') await api.control('POST', '/inbound', { ...who, name: name.value });
    const answer = await api.control('POST', '/inbound', { ...who, text: text.value });
    if (answer.ok) onClose();
    else problem.value = answer.message;
  };
  return (
    <Dialog
      title="Add a phone"
      onClose={onClose}
      onSubmit={add}
      foot={
        <button type="submit" class="button main-action" disabled={channel.value === ''}>
          Write
        </button>
      }
    >
      {apps.length === 0 ? (
        <p>There is no app to write to yet. Create one first.</p>
      ) : (
        <>
          <SelectField
            label="Writes to"
            value={appId.value}
            options={apps.map(({ id, app }) => ({ value: id, label: app.display_name ?? id }))}
            onInput={(value) => {
              appId.value = value;
              channel.value = String(store.app(value)?.app.channel_credentials?.[0]?.channel ?? '');
            }}
          />
          <SelectField
            label="Channel"
            value={channel.value}
            options={channels.map((value) => ({ value, label: toChannelName(value) }))}
            hint={channels.length === 0 ? 'This app has no channel yet.' : undefined}
            onInput={(value) => {
              channel.value = value;
            }}
          />
          <TextField
            label="Address"
            hint="A phone number without +, or the id that the channel uses."
            value={identity.value}
            onInput={(value) => {
              identity.value = value.trim();
            }}
          />
          <TextField
            label="Name on the channel (optional)"
            value={name.value}
            onInput={(value) => {
              name.value = value;
            }}
          />
          <TextField
            label="First words"
            value={text.value}
            onInput={(value) => {
              text.value = value;
            }}
          />
        </>
      )}
      <Problem message={problem.value} />
    </Dialog>
  );
}
