import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { toUrl } from '../../state/api-call.ts';
import { useConsole, useOverview } from '../../state/console.ts';
import { toCall } from '../../state/project.ts';
import type { ConversationResource } from '../../state/store.ts';
import { AsCode } from '../../ui/as-code.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Problem } from '../../ui/parts.tsx';

interface InjectDialogProps {
  region: string;
  conversation: ConversationResource;
  onClose(): void;
}

/** Puts a message that was exchanged elsewhere into the conversation of the dialog. Nothing is sent. */
export function InjectDialog({ region, conversation, onClose }: InjectDialogProps): JSX.Element {
  const { api } = useConsole();
  const overview = useOverview();
  const direction = useSignal('TO_CONTACT');
  const text = useSignal('');
  const channel = useSignal(String(conversation.active_channel ?? 'SMS'));
  const identity = useSignal('46700000001');
  const acceptTime = useSignal(new Date().toISOString());
  const problem = useSignal<string | undefined>(undefined);
  const message = { text_message: { text: text.value } };
  const body = {
    accept_time: acceptTime.value,
    direction: direction.value,
    contact_id: conversation.contact_id,
    channel_identity: { channel: channel.value, identity: identity.value },
    ...(direction.value === 'TO_APP' ? { contact_message: message } : { app_message: message }),
  };
  const call = toCall(overview, {
    method: 'POST',
    region,
    parts: ['conversations', conversation.id],
    verb: ':inject-message',
    body,
    clientMethod: 'conversations.injectMessage',
    pathValues: [conversation.id],
  });
  const inject = async (): Promise<void> => {
    const answer = await api.owner('POST', toUrl(call), body);
    if (answer.ok) onClose();
    else problem.value = answer.message;
  };
  return (
    <Dialog
      title="Inject a message"
      onClose={onClose}
      onSubmit={inject}
      foot={
        <button type="submit" class="button main-action" disabled={text.value === ''}>
          Inject
        </button>
      }
    >
      <SelectField
        label="Written by"
        value={direction.value}
        options={[
          { value: 'TO_CONTACT', label: 'the app' },
          { value: 'TO_APP', label: 'the contact' },
        ]}
        onInput={(value) => {
          direction.value = value;
        }}
      />
      <TextField
        label="Text"
        value={text.value}
        autoFocus
        onInput={(value) => {
          text.value = value;
        }}
      />
      <TextField
        label="Channel"
        value={channel.value}
        onInput={(value) => {
          channel.value = value;
        }}
      />
      <TextField
        label="Address"
        value={identity.value}
        onInput={(value) => {
          identity.value = value;
        }}
      />
      <Problem message={problem.value} />
      <AsCode call={call} />
    </Dialog>
  );
}
