import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { PhoneProvider, usePhone } from '../internal/phone-context.ts';
import { ChoiceButton } from '../parts/choice-button.tsx';
import type { Docked } from '../thread/docked-choices.ts';

/** Suggestions above the field to write in. Those that vanish are gone once one is tapped, before the answer is in the thread. */
export function ChipDock({ docked }: { docked: Docked | undefined }): JSX.Element | null {
  const phone = usePhone();
  const [goneId, setGoneId] = useState<string>();
  if (docked === undefined) return null;
  const choices = docked.choices.filter(({ vanishes }) => !vanishes || docked.entryId !== goneId);
  if (choices.length === 0) return null;
  const onTap: typeof phone.onTap = (tap) => {
    setGoneId(docked.entryId);
    phone.onTap?.(tap);
  };
  return (
    <PhoneProvider value={{ ...phone, onTap }}>
      <div class="cvh-dock" role="group" aria-label="Suggestions">
        {choices.map((choice) => (
          <ChoiceButton key={choice.path} choice={choice} entryId={docked.entryId} />
        ))}
      </div>
    </PhoneProvider>
  );
}
