import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { toUrl } from '../../state/api-call.ts';
import { useConsole, useOverview } from '../../state/console.ts';
import { toCall } from '../../state/project.ts';
import type { ContactResource } from '../../state/store.ts';
import { useGo } from '../../state/use-go.ts';
import { AsCode } from '../../ui/as-code.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Problem } from '../../ui/parts.tsx';

/** Puts the contact of the dialog into another one, and stays with that one. */
export function MergeDialog({ region, contact, onClose }: { region: string; contact: ContactResource; onClose(): void }): JSX.Element {
  const { api } = useConsole();
  const go = useGo();
  const overview = useOverview();
  const destination = useSignal('');
  const problem = useSignal<string | undefined>(undefined);
  const body = { source_id: contact.id, strategy: 'MERGE' };
  const call = toCall(overview, {
    method: 'POST',
    region,
    parts: ['contacts', destination.value || '…'],
    verb: ':merge',
    body,
    clientMethod: 'contacts.merge',
    pathValues: [destination.value || '…'],
  });
  const merge = async (): Promise<void> => {
    const answer = await api.owner('POST', toUrl(call), body);
    if (!answer.ok) {
      problem.value = answer.message;
      return;
    }
    onClose();
    go(`/contacts/${region}/${encodeURIComponent(destination.value)}`);
  };
  return (
    <Dialog
      title="Merge contacts"
      onClose={onClose}
      onSubmit={merge}
      foot={
        <button type="submit" class="button main-action" disabled={destination.value === ''}>
          Merge
        </button>
      }
    >
      <p>
        <bdi>{contact.display_name || contact.id}</bdi> becomes a part of the other contact, and is gone afterwards.
      </p>
      <TextField
        label="ID of the contact that stays"
        value={destination.value}
        autoFocus
        onInput={(value) => {
          destination.value = value.trim();
          problem.value = undefined;
        }}
      />
      <Problem message={problem.value} />
      <AsCode call={call} />
    </Dialog>
  );
}
