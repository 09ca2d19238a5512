import type { JSX } from 'preact';
import { useConsole } from '../state/console.ts';

/** Says that the emulator is gone, and goes away by itself once it is back. */
export function ConnectionBanner(): JSX.Element {
  const { store } = useConsole();
  return (
    <div role="status">
      {store.connection.value === 'gone' && (
        <p class="problem-box">
          The emulator is gone. Start it again with <code>npx @convapi/emulator</code>: this page comes back by itself, and keeps what you
          typed.
        </p>
      )}
    </div>
  );
}
