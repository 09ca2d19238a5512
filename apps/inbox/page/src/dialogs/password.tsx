import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useDesk, useSession } from '../state/desk.ts';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { Problem } from '../ui/parts.tsx';

const LEAST_CHARACTERS = 10;
const MOST_CHARACTERS = 128;

export function PasswordDialog({ onClose }: { onClose(): void }): JSX.Element {
  const { api, toasts, readSession } = useDesk();
  const { hasPassword } = useSession();
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
    toasts.say('The password is kept. Your other sessions are over.');
    await readSession();
    onClose();
  };
  return (
    <Dialog
      title={hasPassword ? 'Change password' : 'Choose a password'}
      onClose={onClose}
      onSubmit={() => void save()}
      foot={
        <button type="submit" class="button main-action">
          Save
        </button>
      }
    >
      {!hasPassword && <p>The link that you came by works once: the password lets you in from now on.</p>}
      {hasPassword && (
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
      )}
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
