import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useConsole } from '../state/console.ts';
import { toDuration } from '../state/words.ts';

const TICK_MS = 1_000;

/** The time in the emulator, and how far it is ahead. */
export function ClockChip(): JSX.Element | null {
  const { place, store } = useConsole();
  const tick = useSignal(0);
  useEffect(() => {
    const timer = setInterval(() => {
      tick.value += 1;
    }, TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const clock = store.clock.value;
  if (!clock) return null;
  tick.value;
  const now = new Date(Date.parse(clock.now) + (Date.now() - clock.at));
  const ahead = clock.offset_ms === 0 ? '' : ` (+${toDuration(clock.offset_ms)})`;
  return (
    <a
      class={ahead ? 'button quiet small clock ahead' : 'button quiet small clock'}
      href={`${place.base}/time`}
      aria-label={`Time in the emulator: ${now.toLocaleString()}${ahead}`}
    >
      <time>{now.toLocaleTimeString()}</time>
      {ahead && <span class="badge warn">{ahead.trim()}</span>}
    </a>
  );
}
