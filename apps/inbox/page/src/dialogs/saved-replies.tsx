import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { SavedReply, SavedReplyResult } from '../../../src/api/contract.ts';
import { useDesk, useSession } from '../state/desk.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field, TextField } from '../ui/field.tsx';
import { Problem } from '../ui/parts.tsx';

const MOST_SHORTCUT = 60;
const MOST_TEXT = 4_000;
const EMPTY = { id: '', shortcut: '', text: '' };

/** Texts for the composer: all of the team’s, to be written, changed and thrown away. */
export function SavedRepliesDialog({ onClose }: { onClose(): void }): JSX.Element {
  const { api, savedReplies } = useDesk();
  const { agent } = useSession();
  const edited = useSignal(EMPTY);
  const problem = useSignal<string | undefined>(undefined);
  const save = async (): Promise<void> => {
    const { id, shortcut, text } = edited.value;
    const answer = await api.call<SavedReplyResult>(
      id === '' ? 'POST' : 'PUT',
      `/saved-replies${id === '' ? '' : `/${encodeURIComponent(id)}`}`,
      {
        shortcut,
        text,
      },
    );
    problem.value = answer.ok ? undefined : answer.problem.detail;
    if (answer.ok) edited.value = EMPTY;
  };
  const remove = async (id: string): Promise<void> => {
    const answer = await api.call('DELETE', `/saved-replies/${encodeURIComponent(id)}`);
    problem.value = answer.ok ? undefined : answer.problem.detail;
    if (answer.ok && edited.value.id === id) edited.value = EMPTY;
  };
  return (
    <Dialog
      title="Saved replies"
      onClose={onClose}
      onSubmit={() => void save()}
      foot={
        <>
          {edited.value.id !== '' && (
            <button
              type="button"
              class="button"
              onClick={() => {
                edited.value = EMPTY;
              }}
            >
              New one instead
            </button>
          )}
          <button type="submit" class="button main-action">
            {edited.value.id === '' ? 'Add' : 'Save'}
          </button>
        </>
      }
    >
      <ul class="reply-admin">
        {savedReplies.value.map((reply) => (
          <ReplyLine
            key={reply.id}
            reply={reply}
            canChange={agent.role === 'admin' || reply.authorId === agent.id}
            onEdit={() => {
              edited.value = reply;
            }}
            onRemove={() => void remove(reply.id)}
          />
        ))}
        {savedReplies.value.length === 0 && <li class="soft">None yet.</li>}
      </ul>
      <TextField
        label="Shortcut, typed after a /"
        required
        maxLength={MOST_SHORTCUT}
        placeholder="opening-hours"
        value={edited.value.shortcut}
        onInput={(shortcut) => {
          edited.value = { ...edited.value, shortcut };
        }}
      />
      <Field label="Text" hint="{contact.name}, {contact.address} and {agent.name} are filled in.">
        {(props) => (
          <textarea
            {...props}
            required
            dir="auto"
            maxLength={MOST_TEXT}
            value={edited.value.text}
            onInput={({ currentTarget }) => {
              edited.value = { ...edited.value, text: currentTarget.value };
            }}
          />
        )}
      </Field>
      <Problem message={problem.value} />
    </Dialog>
  );
}

interface ReplyLineProps {
  reply: SavedReply;
  canChange: boolean;
  onEdit(): void;
  onRemove(): void;
}

function ReplyLine({ reply, canChange, onEdit, onRemove }: ReplyLineProps): JSX.Element {
  return (
    <li>
      <span class="grow">
        <b>/{reply.shortcut}</b> <span class="soft">{reply.text}</span>
      </span>
      {canChange && (
        <>
          <button type="button" class="button small" aria-label={`Change /${reply.shortcut}`} onClick={onEdit}>
            Change
          </button>
          <button type="button" class="button small" aria-label={`Delete /${reply.shortcut}`} onClick={onRemove}>
            Delete
          </button>
        </>
      )}
    </li>
  );
}
