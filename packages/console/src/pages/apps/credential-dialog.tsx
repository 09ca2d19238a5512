import { CREDENTIAL_FORMS } from 'virtual:spec';
import type { ConversationChannelCredential } from '@convapi/core';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { toChannelName } from '../../state/words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Check, TextField } from '../../ui/field.tsx';
import { Problem } from '../../ui/parts.tsx';

interface CredentialDialogProps {
  channel: string;
  /** What is set up already. */
  present: ConversationChannelCredential | undefined;
  /** @returns what went wrong */
  onSave(credential: ConversationChannelCredential): Promise<string | undefined>;
  onRemove(channel: string): Promise<string | undefined>;
  onClose(): void;
}

type Values = Record<string, string | boolean>;

/** The credentials of one channel, by what the spec asks for. */
export function CredentialDialog({ channel, present, onSave, onRemove, onClose }: CredentialDialogProps): JSX.Element {
  const form = CREDENTIAL_FORMS[channel];
  const fields = form?.fields ?? [];
  const key = form?.key ?? '';
  const values = useSignal<Values>({ ...((present as unknown as Record<string, Values | undefined> | undefined)?.[key] ?? {}) });
  const callbackSecret = useSignal(present?.callback_secret ?? '');
  const problem = useSignal<string | undefined>(undefined);
  const finish = async (work: Promise<string | undefined>): Promise<void> => {
    problem.value = await work;
    if (problem.value === undefined) onClose();
  };
  const save = async (): Promise<void> => {
    const missing = fields.find(({ name, required, kind }) => required && kind !== 'switch' && !values.value[name]);
    if (missing) {
      problem.value = `Fill in ${missing.name}. In the emulator any value will do.`;
      return;
    }
    const filled = Object.fromEntries(Object.entries(values.value).filter(([, value]) => value !== ''));
    const credential = {
      ...(present ?? {}),
      channel,
      [key]: filled,
      ...(callbackSecret.value === '' ? {} : { callback_secret: callbackSecret.value }),
    };
    await finish(onSave(credential as unknown as ConversationChannelCredential));
  };
  return (
    <Dialog
      title={`${toChannelName(channel)} credentials`}
      onClose={onClose}
      onSubmit={save}
      foot={
        <>
          {present && (
            <button type="button" class="button danger" onClick={() => finish(onRemove(channel))}>
              Remove channel
            </button>
          )}
          <span class="grow" />
          <button type="submit" class="button main-action">
            {present ? 'Save' : 'Set up'}
          </button>
        </>
      }
    >
      {fields.map(({ name, about, kind, required }) =>
        kind === 'switch' ? (
          <Check
            key={name}
            label={name}
            hint={about}
            checked={values.value[name] === true}
            onInput={(checked) => {
              values.value = { ...values.value, [name]: checked };
            }}
          />
        ) : (
          <TextField
            key={name}
            label={required ? name : `${name} (optional)`}
            hint={about}
            type={kind === 'secret' ? 'password' : 'text'}
            value={String(values.value[name] ?? '')}
            onInput={(value) => {
              values.value = { ...values.value, [name]: value };
              problem.value = undefined;
            }}
          />
        ),
      )}
      <TextField
        label="callback_secret (optional)"
        hint="Checks what the channel sends to Sinch. The emulator keeps it and does not use it."
        type="password"
        value={callbackSecret.value}
        onInput={(value) => {
          callbackSecret.value = value;
        }}
      />
      <Problem message={problem.value} />
    </Dialog>
  );
}
