import type { JSX } from 'preact';
import type { ConversationView } from '../../../src/api/contract.ts';
import type { Composer } from '../compose/composer.ts';
import { addressesFor, windowOf } from '../compose/reach.ts';
import { clock } from '../state/clock.ts';
import { channelName, duration } from '../state/words.ts';
import { Icon } from '../ui/icons.tsx';

const SOON_MS = 3_600_000;

/** How long free messages are still taken, on the channels that take them for a day only. */
export function WindowBars({ view, composer }: { view: ConversationView; composer: Composer }): JSX.Element | null {
  const now = clock.value;
  const windows = addressesFor(view, composer.draft.value.channel).flatMap((address) => windowOf(address, now) ?? []);
  if (windows.length === 0) return null;
  return (
    <ul class="windows" aria-label="24-hour windows">
      {windows.map(({ channel, isOpen, untilMs = 0 }) => (
        <li key={channel} class={isOpen ? (untilMs - now < SOON_MS ? 'window soon' : 'window') : 'window closed'}>
          <Icon name="clock" />
          {isOpen ? (
            <span>{`${channelName(channel)}: ${duration(untilMs - now)} left to answer freely`}</span>
          ) : (
            <>
              <span>{`${channelName(channel)}: 24 hours are over, only templates are taken`}</span>
              <button type="button" class="button small" onClick={() => composer.change({ kind: 'template', channel })}>
                Choose a template
              </button>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
