import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { ConversationView } from '../../../src/api/contract.ts';
import type { Thread } from '../state/thread.ts';
import { TextField } from '../ui/field.tsx';

const MOST_CHARACTERS = 200;

export function NameForm({ thread, view }: { thread: Thread; view: ConversationView }): JSX.Element {
  const before = view.named ? view.name : '';
  const name = useSignal(before);
  return (
    <form
      class="name-form"
      onSubmit={(event) => {
        event.preventDefault();
        void thread.change({ name: name.value.trim() });
      }}
    >
      <TextField
        label="Name"
        value={name.value}
        maxLength={MOST_CHARACTERS}
        onInput={(value) => {
          name.value = value;
        }}
      />
      {name.value.trim() !== before && (
        <button type="submit" class="button small">
          Save the name
        </button>
      )}
    </form>
  );
}
