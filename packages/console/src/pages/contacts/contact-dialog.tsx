import { CHANNELS } from '@convapi/core';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { toUrl } from '../../state/api-call.ts';
import { useConsole, useOverview } from '../../state/console.ts';
import { toCall } from '../../state/project.ts';
import { toChannelName } from '../../state/words.ts';
import { AsCode } from '../../ui/as-code.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Problem } from '../../ui/parts.tsx';

interface Address {
  channel: string;
  identity: string;
  app: string;
}

/** Channels on which an address belongs to one app. */
const APP_SCOPED: readonly string[] = ['MESSENGER', 'INSTAGRAM', 'LINE', 'WECHAT'];

const EMPTY: Address = { channel: 'SMS', identity: '', app: '' };

/** Makes a contact in the region that the dialog was opened for. */
export function ContactDialog({ region, onClose }: { region: string; onClose(): void }): JSX.Element {
  const { api, store } = useConsole();
  const overview = useOverview();
  const name = useSignal('');
  const language = useSignal('EN_US');
  const addresses = useSignal<readonly Address[]>([EMPTY]);
  const problem = useSignal<string | undefined>(undefined);
  const apps = store.apps.value.filter((view) => view.region === region);
  const body = {
    display_name: name.value,
    language: language.value,
    channel_identities: addresses.value
      .filter(({ identity }) => identity !== '')
      .map(({ channel, identity, app }) => ({
        channel,
        identity,
        ...(APP_SCOPED.includes(channel) ? { app_id: app || (apps[0]?.id ?? '') } : {}),
      })),
  };
  const call = toCall(overview, { method: 'POST', region, parts: ['contacts'], body, clientMethod: 'contacts.create' });
  const create = async (): Promise<void> => {
    const answer = await api.owner('POST', toUrl(call), body);
    if (answer.ok) onClose();
    else problem.value = answer.message;
  };
  const change = (position: number, change: Partial<Address>): void => {
    addresses.value = addresses.value.map((address, index) => (index === position ? { ...address, ...change } : address));
  };
  return (
    <Dialog
      title="New contact"
      onClose={onClose}
      onSubmit={create}
      foot={
        <button type="submit" class="button main-action">
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
        }}
      />
      <TextField
        label="Language"
        value={language.value}
        hint="e.g. EN_US"
        onInput={(value) => {
          language.value = value;
        }}
      />
      {addresses.value.map((address, position) => (
        <div class="form" key={position}>
          <div class="two">
            <SelectField
              label={`Channel of address ${position + 1}`}
              value={address.channel}
              options={CHANNELS.map((channel) => ({ value: channel, label: toChannelName(channel) }))}
              onInput={(channel) => change(position, { channel })}
            />
            <TextField
              label={`Address ${position + 1}`}
              value={address.identity}
              placeholder="46700000000"
              onInput={(identity) => change(position, { identity })}
            />
          </div>
          {APP_SCOPED.includes(address.channel) && (
            <SelectField
              label="App that the address belongs to"
              value={address.app || (apps[0]?.id ?? '')}
              options={apps.map(({ id, app }) => ({ value: id, label: app.display_name ?? id }))}
              onInput={(app) => change(position, { app })}
            />
          )}
        </div>
      ))}
      <div>
        <button
          type="button"
          class="button small"
          onClick={() => {
            addresses.value = [...addresses.value, EMPTY];
          }}
        >
          One more address
        </button>
      </div>
      <Problem message={problem.value} />
      <AsCode call={call} />
    </Dialog>
  );
}
