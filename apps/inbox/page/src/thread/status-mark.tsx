import type { JSX } from 'preact';
import type { MessageStatus, MessageView } from '../../../src/api/contract.ts';
import { Icon, type IconName } from '../ui/icons.tsx';

const MARKS: Readonly<Partial<Record<MessageStatus, { words: string; icon: IconName }>>> = {
  sending: { words: 'Sending…', icon: 'clock' },
  accepted: { words: 'Accepted', icon: 'check' },
  queued: { words: 'Queued', icon: 'check' },
  delivered: { words: 'Delivered', icon: 'ticks' },
  read: { words: 'Read', icon: 'ticks' },
  failed: { words: 'Failed', icon: 'warning' },
  unsent: { words: 'Not sent', icon: 'warning' },
  unsure: { words: 'Perhaps not sent', icon: 'warning' },
};

/** How far a message got, and why not further. */
export function StatusMark({ message: { status, resentAs, reason } }: { message: MessageView }): JSX.Element | null {
  const mark = MARKS[status];
  if (!mark) return null;
  const detail = reason && [reason.text, reason.detail].filter((part) => part !== '').join('. ');
  return (
    <>
      <span class={`status status-${status}`}>
        <Icon name={mark.icon} />
        {mark.words}
        {resentAs !== undefined && ', sent again'}
      </span>
      {detail && (
        <span class="reason" title={reason?.code}>
          {detail}
        </span>
      )}
    </>
  );
}
