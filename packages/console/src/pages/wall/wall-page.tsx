import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useConsole } from '../../state/console.ts';
import { toPhoneKey } from '../../state/store.ts';
import type { HandsetOverview } from '../../state/wire.ts';
import { toChannelName } from '../../state/words.ts';
import { Icon } from '../../ui/icons.tsx';
import { Empty, PageHead } from '../../ui/parts.tsx';
import { AddPhoneDialog } from './add-phone-dialog.tsx';
import { HappenedList } from './happened-list.tsx';
import { PhoneView } from './phone-view.tsx';

/** How many phones are drawn at first. */
const FIRST_PHONES = 12;

/** Every phone, side by side: what arrived where, and what its owner answers. */
export function WallPage(): JSX.Element {
  const { place, store } = useConsole();
  const { query } = useLocation();
  const owner = useSignal(query.contact ?? '');
  const hidden = useSignal<readonly string[]>([]);
  const most = useSignal(FIRST_PHONES);
  const focused = useSignal<string | undefined>(undefined);
  const isAdding = useSignal(false);
  useEffect(() => {
    void store.needLog('events');
    void store.needLog('callbacks');
  }, []);
  const all = store.handsets.value;
  const owners = [...new Map(all.map((handset) => [ownerOf(handset), handset.name || handset.identity])).entries()];
  const channels = [...new Set(all.map(({ channel }) => channel))];
  const shown = all
    .filter((handset) => (owner.value === '' || ownerOf(handset) === owner.value) && !hidden.value.includes(handset.channel))
    .sort(byOwner);
  return (
    <div class="page wide stack">
      <PageHead title="Handsets" about="What arrived on which phone. Tap a choice, write, or let a channel fail.">
        <button
          type="button"
          class="button"
          onClick={() => {
            isAdding.value = true;
          }}
        >
          <Icon name="plus" />
          Add a phone
        </button>
        <a class="button main-action" href={`${place.base}/compose`}>
          Send a message
        </a>
      </PageHead>
      {all.length === 0 ? (
        <div class="card flush">
          <Empty title="No phone yet">
            <p>A phone appears here as soon as a message is sent to it. Or add one, and write from it.</p>
            <a class="button main-action" href={`${place.base}/compose`}>
              Send a message
            </a>
          </Empty>
        </div>
      ) : (
        <>
          <div class="row">
            {owners.length > 1 && (
              <select
                class="auto"
                aria-label="Whose phones"
                value={owner.value}
                onInput={(event) => {
                  owner.value = event.currentTarget.value;
                }}
              >
                <option value="">Everybody</option>
                {owners.map(([id, name]) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
            {channels.map((channel) => (
              <button
                key={channel}
                type="button"
                class="button small toggle"
                aria-pressed={!hidden.value.includes(channel)}
                onClick={() => {
                  hidden.value = hidden.value.includes(channel)
                    ? hidden.value.filter((name) => name !== channel)
                    : [...hidden.value, channel];
                }}
              >
                {toChannelName(channel)}
              </button>
            ))}
          </div>
          <div class="wall">
            <section class="phones" aria-label="Phones">
              {shown.slice(0, most.value).map((handset) => {
                const key = toPhoneKey(handset.channel, handset.identity);
                return (
                  <PhoneView
                    key={key}
                    handset={handset}
                    appId={handset.last?.app_id ?? handset.app_ids.at(-1)}
                    onFocus={() => {
                      focused.value = key;
                    }}
                  />
                );
              })}
              {shown.length > most.value && (
                <button
                  type="button"
                  class="button"
                  onClick={() => {
                    most.value += FIRST_PHONES;
                  }}
                >
                  {shown.length - most.value} more phones
                </button>
              )}
            </section>
            <HappenedList handset={all.find(({ channel, identity }) => toPhoneKey(channel, identity) === focused.value)} />
          </div>
        </>
      )}
      {isAdding.value && (
        <AddPhoneDialog
          onClose={() => {
            isAdding.value = false;
          }}
        />
      )}
    </div>
  );
}

/** Phones of one person stand together: by contact, or by the address that they share. */
function ownerOf({ contact_id: contactId, identity }: HandsetOverview): string {
  return contactId ?? identity;
}

/** The order stays while messages come in: by owner, then by channel. */
function byOwner(one: HandsetOverview, other: HandsetOverview): number {
  const key = (handset: HandsetOverview): string => `${handset.name || ownerOf(handset)} ${ownerOf(handset)} ${handset.channel}`;
  return key(one) < key(other) ? -1 : 1;
}
