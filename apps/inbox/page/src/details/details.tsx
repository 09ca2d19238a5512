import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Address, ConversationView } from '../../../src/api/contract.ts';
import type { Thread } from '../state/thread.ts';
import { channelName, dayOf, fullTime, timeOf } from '../state/words.ts';
import { Icon } from '../ui/icons.tsx';
import { Badge } from '../ui/parts.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { NameForm } from './name-form.tsx';

interface DetailsProps {
  thread: Thread;
  view: ConversationView;
  onClose(): void;
}

/** Who the contact is, and where they can be reached. */
export function Details({ thread, view, onClose }: DetailsProps): JSX.Element {
  const isMerging = useSignal(false);
  return (
    <aside class="details" aria-label="Contact">
      <div class="details-head">
        <h2>Contact</h2>
        <button type="button" class="button quiet icon" aria-label="Close details" onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <NameForm key={view.name} thread={thread} view={view} />
      <h3>Addresses</h3>
      <ul class="addresses">
        {view.addresses.map((address) => (
          <AddressLine key={`${address.channel} ${address.identity}`} address={address} />
        ))}
      </ul>
      <button
        type="button"
        class="button small"
        onClick={() => {
          isMerging.value = true;
        }}
      >
        <Icon name="merge" />
        Merge another conversation into this
      </button>
      {isMerging.value && (
        <MergeDialog
          thread={thread}
          view={view}
          onClose={() => {
            isMerging.value = false;
          }}
        />
      )}
    </aside>
  );
}

function AddressLine({ address: { channel, identity, lastInboundAt, optedOut } }: { address: Address }): JSX.Element {
  return (
    <li>
      <span class="address-line">
        <Badge>{channelName(channel)}</Badge>
        <bdi class="break">{identity}</bdi>
      </span>
      <span class="soft small">
        {lastInboundAt === null ? (
          'Never wrote from here'
        ) : (
          <time dateTime={lastInboundAt} title={fullTime(lastInboundAt)}>
            {`Last wrote ${dayOf(lastInboundAt)}, ${timeOf(lastInboundAt)}`}
          </time>
        )}
      </span>
      {optedOut && <Badge tone="warn">Opted out</Badge>}
    </li>
  );
}
