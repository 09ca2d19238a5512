import type { JSX } from 'preact';
import { usePhone } from '../internal/phone-context.ts';
import { timeText } from '../internal/time-text.ts';
import { Face } from '../parts/face.tsx';
import type { ThreadEntry } from '../thread-entry.ts';
import { statusWord, Ticks } from './ticks.tsx';

/** Time and ticks, in the bubble or beside it. */
export function EntryMeta({ entry }: { entry: ThreadEntry }): JSX.Element | null {
  const { look } = usePhone();
  const status = entry.rendered.direction === 'TO_APP' ? entry.status : undefined;
  const time = timeText(entry.time);
  if (time === '' && status === undefined) return null;
  return (
    <span class={`cvh-meta cvh-meta-${look.state}`}>
      {look.state === 'beside' && status !== undefined && <BesideState look={look.name} status={status} />}
      {time === '' ? null : <time dateTime={entry.time}>{time}</time>}
      {look.state === 'inside' && status !== undefined && <Ticks status={status} />}
      {look.state === 'none' && status !== undefined && <span>{statusWord(status)}</span>}
    </span>
  );
}

/** A word, or the count of those who have not read it. */
function BesideState({ look, status }: { look: string; status: NonNullable<ThreadEntry['status']> }): JSX.Element | null {
  if (look === 'kakaotalk' && status !== 'failed') {
    return status === 'read' ? (
      <span class="cvh-hidden">Read</span>
    ) : (
      <span class="cvh-unread">
        <span aria-hidden="true">1</span>
        <span class="cvh-hidden">{statusWord(status)}, not read</span>
      </span>
    );
  }
  return status === 'read' || status === 'failed' ? (
    <span>{statusWord(status)}</span>
  ) : (
    <span class="cvh-hidden">{statusWord(status)}</span>
  );
}

/** Words below the last message of a group. */
export function MetaBelow({ entry, business }: { entry: ThreadEntry; business: string }): JSX.Element | null {
  const { look } = usePhone();
  const { status } = entry;
  const isOwn = entry.rendered.direction === 'TO_APP';
  const time = timeText(entry.time);
  if (!isOwn || status === undefined) {
    return time === '' ? null : (
      <span class="cvh-below cvh-below-time">
        <time dateTime={entry.time}>{time}</time>
      </span>
    );
  }
  if (look.name === 'messenger' && status === 'read') {
    return (
      <span class="cvh-below cvh-seen">
        <Face name={business} />
        <span class="cvh-hidden">Seen by {business}</span>
      </span>
    );
  }
  return (
    <span class={`cvh-below${status === 'failed' ? ' cvh-failed' : ''}`}>
      <time class="cvh-below-time" dateTime={entry.time}>
        {time}
      </time>
      <span>{belowWord(look.name, entry, status)}</span>
    </span>
  );
}

function belowWord(look: string, { readTime }: ThreadEntry, status: NonNullable<ThreadEntry['status']>): string {
  if (status !== 'read') return statusWord(status);
  if (look === 'instagram') return 'Seen';
  const read = timeText(readTime);
  return look === 'apple' && read !== '' ? `Read ${read}` : 'Read';
}
