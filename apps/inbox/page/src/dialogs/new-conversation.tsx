import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { ConversationResult } from '../../../src/api/contract.ts';
import { useDesk, useSession } from '../state/desk.ts';
import { channelName } from '../state/words.ts';
import { Dialog } from '../ui/dialog.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { Problem } from '../ui/parts.tsx';

/** Begins a conversation with somebody who has not written yet. Nothing is sent by it. */
export function NewConversationDialog({ onClose }: { onClose(): void }): JSX.Element {
  const desk = useDesk();
  const { channels } = useSession();
  const channel = useSignal(channels[0] ?? 'SMS');
  const identity = useSignal('');
  const name = useSignal('');
  const problem = useSignal<string | undefined>(undefined);
  const isBusy = useSignal(false);
  const create = async (): Promise<void> => {
    if (isBusy.value) return;
    isBusy.value = true;
    const answer = await desk.api.call<ConversationResult>('POST', '/conversations', {
      channel: channel.value,
      identity: identity.value.trim(),
      ...(name.value.trim() === '' ? {} : { name: name.value.trim() }),
    });
    isBusy.value = false;
    if (!answer.ok) {
      problem.value = answer.problem.detail;
      return;
    }
    desk.records.put(answer.data.conversation);
    desk.list.touch(answer.data.conversation.id);
    desk.router.open(answer.data.conversation.id);
    onClose();
  };
  return (
    <Dialog
      title="New conversation"
      onClose={onClose}
      onSubmit={() => void create()}
      foot={
        <>
          <button type="button" class="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class="button main-action" disabled={isBusy.value}>
            Open
          </button>
        </>
      }
    >
      <SelectField
        label="Channel"
        value={channel.value}
        options={channels.map((value) => ({ value, label: channelName(value) }))}
        onInput={(value) => {
          channel.value = value;
        }}
      />
      <TextField
        label="Phone number, or the channel’s id of the person"
        required
        autoFocus
        placeholder="+46 70 123 45 67"
        value={identity.value}
        onInput={(value) => {
          identity.value = value;
          problem.value = undefined;
        }}
      />
      <TextField
        label="Name (optional)"
        value={name.value}
        onInput={(value) => {
          name.value = value;
        }}
      />
      <Problem message={problem.value} />
    </Dialog>
  );
}
