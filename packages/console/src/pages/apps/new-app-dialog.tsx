import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { toUrl } from '../../state/api-call.ts';
import { useConsole, useOverview } from '../../state/console.ts';
import { toCall } from '../../state/project.ts';
import type { AppResource } from '../../state/store.ts';
import { useGo } from '../../state/use-go.ts';
import { AsCode } from '../../ui/as-code.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Problem } from '../../ui/parts.tsx';

const REGIONS = [
  { id: 'us', name: 'United States' },
  { id: 'eu', name: 'Europe' },
  { id: 'br', name: 'Brazil' },
];

const MODES = [
  { id: 'DISPATCH', about: 'Messages go out as they come. Nothing is kept of contacts and conversations.' },
  { id: 'CONVERSATION', about: 'Contacts and conversations are made on their own, and messages are kept with them.' },
];

export function NewAppDialog({ onClose }: { onClose(): void }): JSX.Element {
  const { api, store } = useConsole();
  const go = useGo();
  const overview = useOverview();
  const name = useSignal('');
  const region = useSignal<string>(overview.region);
  const mode = useSignal('DISPATCH');
  const problem = useSignal<string | undefined>(undefined);
  const body = { channel_credentials: [], display_name: name.value, processing_mode: mode.value };
  const call = toCall(overview, { method: 'POST', region: region.value, parts: ['apps'], body, clientMethod: 'apps.create' });
  const create = async (): Promise<void> => {
    if (name.value.trim() === '') {
      problem.value = 'Give the app a name.';
      return;
    }
    const chosen = region.value;
    const answer = await api.owner<AppResource>('POST', toUrl(call), body);
    if (!answer.ok) {
      problem.value = answer.message;
      return;
    }
    store.putApp({ id: answer.data.id, region: chosen, app: answer.data });
    go(`/apps/${chosen}/${encodeURIComponent(answer.data.id)}`);
    onClose();
  };
  return (
    <Dialog
      title="New app"
      onClose={onClose}
      onSubmit={create}
      foot={
        <button type="submit" class="button main-action" disabled={store.connection.value === 'gone'}>
          Create
        </button>
      }
    >
      <TextField
        label="Display name"
        value={name.value}
        autoFocus
        onInput={(value) => {
          name.value = value;
          problem.value = undefined;
        }}
      />
      <fieldset>
        <legend>Region</legend>
        {REGIONS.map(({ id, name: label }) => (
          <label class="check" key={id}>
            <input
              type="radio"
              name="region"
              checked={region.value === id}
              onInput={() => {
                region.value = id;
              }}
            />
            <span>
              {label} ({id})
            </span>
          </label>
        ))}
        <p class="soft small">An app cannot be moved to another region later.</p>
      </fieldset>
      <fieldset>
        <legend>Processing mode</legend>
        {MODES.map(({ id, about }) => (
          <label class="check" key={id}>
            <input
              type="radio"
              name="mode"
              checked={mode.value === id}
              onInput={() => {
                mode.value = id;
              }}
            />
            <span>
              {id}
              <small>{about}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <Problem message={problem.value} />
      <AsCode call={call} />
    </Dialog>
  );
}
