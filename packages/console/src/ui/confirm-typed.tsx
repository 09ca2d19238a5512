import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { Dialog } from './dialog.tsx';
import { TextField } from './field.tsx';
import { Problem } from './parts.tsx';

interface ConfirmTypedProps {
  title: string;
  /** What has to be typed. */
  word: string;
  action: string;
  /** @returns what went wrong */
  onConfirm(): Promise<string | undefined>;
  onClose(): void;
  children: ComponentChildren;
}

/** Asks for a word before something that cannot be undone. */
export function ConfirmTyped({ title, word, action, onConfirm, onClose, children }: ConfirmTypedProps): JSX.Element {
  const typed = useSignal('');
  const problem = useSignal<string | undefined>(undefined);
  const confirm = async (): Promise<void> => {
    problem.value = await onConfirm();
    if (problem.value === undefined) onClose();
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={confirm}
      foot={
        <button type="submit" class="button danger" disabled={typed.value !== word}>
          {action}
        </button>
      }
    >
      {children}
      <TextField
        label={`Type ${word}`}
        value={typed.value}
        autoFocus
        onInput={(value) => {
          typed.value = value;
        }}
      />
      <Problem message={problem.value} />
    </Dialog>
  );
}
