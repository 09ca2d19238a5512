import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { toUrl } from '../../state/api-call.ts';
import { useConsole, useOverview } from '../../state/console.ts';
import { toCall } from '../../state/project.ts';
import type { ContactResource, ConversationResource } from '../../state/store.ts';
import { useLoaded } from '../../state/use-loaded.ts';
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
  /** What was typed; until then it is the address that the contact has on the channel. */
  const typed = useSignal<string | undefined>(undefined);
  const contact = useLoaded(conversation.contact_id, '', (id) =>
    api.owner<ContactResource>(
      'GET',
      toUrl(toCall(overview, { method: 'GET', region, parts: ['contacts', id], clientMethod: 'contacts.get' })),
    ),
  );
  const known = contact.value.state === 'here' ? contact.value.data.channel_identities : [];
  const identity = typed.value ?? known.find((address) => address.channel === channel.value)?.identity ?? '';
  const acceptTime = useSignal(new Date().toISOString());
  const problem = useSignal<string | undefined>(undefined);
  const message = { text_message: { text: text.value } };
  const body = {
    accept_time: acceptTime.value,
    direction: direction.value,
    contact_id: conversation.contact_id,
    channel_identity: { channel: channel.value, identity },
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
        <button type="submit" class="button main-action" disabled={text.value === '' || identity === ''}>
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
        value={identity}
        onInput={(value) => {
          typed.value = value;
        }}
      />
      <Problem message={problem.value} />
      <AsCode call={call} />
    </Dialog>
  );
}
