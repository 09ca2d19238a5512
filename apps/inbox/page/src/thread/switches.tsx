import type { JSX } from 'preact';
import type { ChannelSwitch } from '../../../src/api/contract.ts';
import { channelName } from '../state/words.ts';

/** The story of a fallback: which channel gave up, why, and which took over. */
export function Switches({ switches }: { switches: readonly ChannelSwitch[] }): JSX.Element | null {
  if (switches.length === 0) return null;
  return (
    <ul class="switches" aria-label="Fallback">
      {switches.map(({ from, to, reason }, index) => (
        <li key={`${index} ${from}`}>
          <b>
            {channelName(from)} → {to === '' ? 'the next channel' : channelName(to)}
          </b>{' '}
          <span title={reason.code}>{[reason.text, reason.detail].filter((part) => part !== '').join('. ')}</span>
        </li>
      ))}
    </ul>
  );
}
