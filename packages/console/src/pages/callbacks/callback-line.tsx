import type { JSX } from 'preact';
import type { CallbackState, CallbackSummary } from '../../state/wire.ts';
import { toTime } from '../../state/words.ts';
import { Badge, type Tone } from '../../ui/parts.tsx';

const TONES: Readonly<Record<CallbackState, Tone>> = { delivered: 'good', pending: 'accent', dropped: 'bad', refused: 'bad' };

export function CallbackLine({ callback }: { callback: CallbackSummary }): JSX.Element {
  const { trigger, state, time, target, gist, last_attempt: last, attempts, sample, resend_of: resent } = callback;
  return (
    <>
      <time class="soft nowrap small" datetime={time}>
        {toTime(time)}
      </time>
      <span class="grow">
        <strong class="cut">
          {trigger}
          {sample && ' (sample)'}
          {resent && ' (sent again)'}
        </strong>
        <span class="soft small cut">
          {gist} → {target}
        </span>
      </span>
      <span class="soft small nowrap wide">
        {last ? `${last.status ?? last.error ?? ''}${last.ms === undefined ? '' : `, ${Math.round(last.ms)} ms`}` : ''}
        {attempts > 1 ? `, ${attempts} tries` : ''}
      </span>
      <StateBadge state={state} />
    </>
  );
}

export function StateBadge({ state }: { state: CallbackState }): JSX.Element {
  return <Badge tone={TONES[state]}>{state}</Badge>;
}
