import type { JSX } from 'preact';
import { Icon } from '../icons/icon.tsx';
import { TickMarks } from '../icons/tick-marks.tsx';
import type { EntryStatus } from '../thread-entry.ts';

const WORDS: Readonly<Record<EntryStatus, string>> = {
  sending: 'Sending…',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  failed: 'Not delivered',
};

/** The word for how far a message has come. */
export function statusWord(status: EntryStatus): string {
  return WORDS[status] ?? '';
}

/** How far a message of the phone's owner has come, as ticks; a word for those who do not see them. */
export function Ticks({ status }: { status: EntryStatus }): JSX.Element {
  return (
    <span class={`cvh-ticks cvh-ticks-${status}`}>
      {status === 'failed' && <Icon name="warning" />}
      {status === 'sending' && <span class="cvh-clock" aria-hidden="true" />}
      {status !== 'failed' && status !== 'sending' && <TickMarks count={status === 'sent' ? 1 : 2} />}
      <span class="cvh-hidden">{statusWord(status)}</span>
    </span>
  );
}
