import type { JSX } from 'preact';
import { toChannelName } from '../../state/words.ts';
import { TextField } from '../../ui/field.tsx';
import { moveItem, SortableList } from '../../ui/sortable-list.tsx';

export interface Recipient {
  kind: 'addresses' | 'contact';
  contactId: string;
  /** In the order in which they are tried. */
  addresses: readonly { channel: string; identity: string }[];
}

/** The recipient as the API takes it. */
export function toRecipient({ kind, contactId, addresses }: Recipient): object {
  if (kind === 'contact') return { contact_id: contactId };
  return { identified_by: { channel_identities: addresses.map(({ channel, identity }) => ({ channel, identity })) } };
}

interface RecipientFieldsProps {
  value: Recipient;
  /** Of the app. */
  channels: readonly string[];
  region: string;
  onChange(value: Recipient): void;
}

/** To whom: addresses in the order in which they are tried, or a contact. */
export function RecipientFields({ value, channels, region, onChange }: RecipientFieldsProps): JSX.Element {
  const { kind, contactId, addresses } = value;
  const free = channels.filter((channel) => !addresses.some((address) => address.channel === channel));
  return (
    <>
      <div class="row">
        {(['addresses', 'contact'] as const).map((name) => (
          <button
            key={name}
            type="button"
            class="button small toggle"
            aria-pressed={kind === name}
            onClick={() => onChange({ ...value, kind: name })}
          >
            {name === 'addresses' ? 'Addresses, in their order' : 'A contact'}
          </button>
        ))}
      </div>
      {kind === 'contact' ? (
        <TextField
          label="Contact ID"
          hint={`A contact of the region ${region}.`}
          value={contactId}
          onInput={(text) => onChange({ ...value, contactId: text.trim() })}
        />
      ) : (
        <>
          {channels.length === 0 && <p class="soft">The app has no channel yet: set one up first.</p>}
          <div class="card flush">
            <SortableList
              items={addresses}
              keyOf={({ channel }) => channel}
              nameOf={({ channel }) => toChannelName(channel)}
              onMove={(from, to) => onChange({ ...value, addresses: moveItem(addresses, from, to) })}
            >
              {({ channel, identity }) => (
                <span class="grow address-row">
                  <TextField
                    label={toChannelName(channel)}
                    value={identity}
                    onInput={(text) =>
                      onChange({
                        ...value,
                        addresses: addresses.map((address) => (address.channel === channel ? { channel, identity: text } : address)),
                      })
                    }
                  />
                  <button
                    type="button"
                    class="button small quiet"
                    aria-label={`Remove ${toChannelName(channel)}`}
                    onClick={() => onChange({ ...value, addresses: addresses.filter((address) => address.channel !== channel) })}
                  >
                    Remove
                  </button>
                </span>
              )}
            </SortableList>
          </div>
          {free.length > 0 && (
            <div class="row">
              {free.map((channel) => (
                <button
                  key={channel}
                  type="button"
                  class="button small"
                  onClick={() =>
                    onChange({ ...value, addresses: [...addresses, { channel, identity: addresses[0]?.identity ?? '46700000001' }] })
                  }
                >
                  + {toChannelName(channel)}
                </button>
              ))}
            </div>
          )}
        </>
      )}
    </>
  );
}
