import type { JSX } from 'preact';
import { Icon } from '../icons/icon.tsx';
import { timeText } from '../internal/time-text.ts';

/** Shown while no message has a time. */
const SOME_TIME = '9:41';

/** The top of the screen: only a drawing. */
export function StatusBar({ time }: { time: string | undefined }): JSX.Element {
  return (
    <div class="cvh-status-bar" aria-hidden="true">
      <span>{timeText(time) || SOME_TIME}</span>
      <span class="cvh-status-icons">
        <Icon name="signal" />
        <Icon name="battery" />
      </span>
    </div>
  );
}
