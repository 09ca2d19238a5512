import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';

/** Buttons of which one is pressed: it says what is shown. */
export function Tabs<Name extends string>({ names, chosen }: { names: readonly Name[]; chosen: Signal<Name> }): JSX.Element {
  return (
    <div class="row">
      {names.map((name) => (
        <button
          key={name}
          type="button"
          class="button small"
          aria-pressed={chosen.value === name}
          onClick={() => {
            chosen.value = name;
          }}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
