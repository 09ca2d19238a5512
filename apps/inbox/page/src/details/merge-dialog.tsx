import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { ConversationPage, ConversationView } from '../../../src/api/contract.ts';
import { useDesk } from '../state/desk.ts';
import type { Thread } from '../state/thread.ts';
import { channelName } from '../state/words.ts';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { Problem } from '../ui/parts.tsx';

interface MergeDialogProps {
  thread: Thread;
  view: ConversationView;
  onClose(): void;
}

const MOST_FOUND = 8;

/** Makes another conversation part of the one that is open. */
export function MergeDialog({ thread, view, onClose }: MergeDialogProps): JSX.Element {
  const { api } = useDesk();
  const found = useSignal<readonly ConversationView[]>([]);
  const chosen = useSignal<ConversationView | undefined>(undefined);
  const words = useSignal('');
  const isBusy = useSignal(false);
  const search = async (q: string): Promise<void> => {
    words.value = q;
    const answer = await api.call<ConversationPage>('GET', `/conversations?${new URLSearchParams({ q, limit: String(MOST_FOUND) })}`);
    if (answer.ok && words.value === q) found.value = answer.data.conversations.filter(({ id }) => id !== thread.id);
  };
  const merge = async (): Promise<void> => {
    if (!chosen.value || isBusy.value) return;
    isBusy.value = true;
    const isDone = await thread.merge(chosen.value.id);
    isBusy.value = false;
    if (isDone) onClose();
  };
  return (
    <Dialog
      title="Merge conversations"
      onClose={onClose}
      onSubmit={() => void merge()}
      foot={
        <>
          <button type="button" class="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class="button danger" disabled={chosen.value === undefined || isBusy.value}>
            {isBusy.value ? 'Merging…' : 'Merge for good'}
          </button>
        </>
      }
    >
      <p>
        All of the other conversation becomes part of this one with <b>{view.name}</b>. It cannot be undone.
      </p>
      <TextField label="Search a name or an address" value={words.value} onInput={(q) => void search(q)} />
      <div class="choose-list" role="radiogroup" aria-label="The other conversation">
        {found.value.map((other) => (
          <label key={other.id} class="check">
            <input
              type="radio"
              name="other"
              checked={chosen.value?.id === other.id}
              onInput={() => {
                chosen.value = other;
              }}
            />
            <span>
              <bdi>{other.name}</bdi>
              <small>{other.addresses.map(({ channel, identity }) => `${channelName(channel)} ${identity}`).join(' · ')}</small>
            </span>
          </label>
        ))}
      </div>
      <Problem message={thread.problem.value?.detail} />
    </Dialog>
  );
}
