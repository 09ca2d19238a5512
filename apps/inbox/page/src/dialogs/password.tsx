import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useDesk } from '../state/desk.ts';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { Problem } from '../ui/parts.tsx';

const LEAST_CHARACTERS = 10;
const MOST_CHARACTERS = 128;

export function PasswordDialog({ onClose }: { onClose(): void }): JSX.Element {
  const { api, toasts } = useDesk();
  const current = useSignal('');
  const next = useSignal('');
  const problem = useSignal<string | undefined>(undefined);
  const save = async (): Promise<void> => {
    if (next.value.length < LEAST_CHARACTERS) {
      problem.value = `A password has at least ${LEAST_CHARACTERS} characters.`;
      return;
    }
    const answer = await api.call('POST', '/session/password', { current: current.value, next: next.value });
    if (!answer.ok) {
      problem.value = answer.problem.detail;
      return;
    }
    toasts.say('The password is changed. Your other sessions are over.');
    onClose();
  };
  return (
    <Dialog
      title="Change password"
      onClose={onClose}
      onSubmit={() => void save()}
      foot={
        <button type="submit" class="button main-action">
          Save
        </button>
      }
    >
      <TextField
        label="Password now"
        type="password"
        autocomplete="current-password"
        required
        autoFocus
        value={current.value}
        onInput={(value) => {
          current.value = value;
        }}
      />
      <TextField
        label="New password"
        type="password"
        autocomplete="new-password"
        required
        maxLength={MOST_CHARACTERS}
        hint={`At least ${LEAST_CHARACTERS} characters.`}
        value={next.value}
        onInput={(value) => {
          next.value = value;
          problem.value = undefined;
        }}
      />
      <Problem message={problem.value} />
    </Dialog>
  );
}
