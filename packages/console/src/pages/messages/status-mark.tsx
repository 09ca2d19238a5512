import type { JSX } from 'preact';
import type { HandsetEntrySummary } from '../../state/wire.ts';
import { Badge, type Tone } from '../../ui/parts.tsx';

const TONES: Readonly<Record<HandsetEntrySummary['status'], Tone>> = {
  QUEUED_ON_CHANNEL: 'plain',
  DELIVERED: 'good',
  READ: 'good',
  RECEIVED: 'accent',
  FAILED: 'bad',
};

export function StatusMark({ message: { status, reason, next_channel: next } }: { message: HandsetEntrySummary }): JSX.Element {
  return (
    <Badge tone={TONES[status]}>
      {status}
      {reason ? `: ${reason.code}` : ''}
      {next ? `, then ${next}` : ''}
    </Badge>
  );
}
