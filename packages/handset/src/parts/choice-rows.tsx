import type { RenderedChoice } from '@convapi/message-builder';
import type { JSX } from 'preact';
import { ChoiceButton } from './choice-button.tsx';

/** Choices that are rows of the bubble or the card that they belong to. */
export function ChoiceRows({ choices, entryId }: { choices: readonly RenderedChoice[]; entryId: string }): JSX.Element | null {
  return choices.length === 0 ? null : (
    <div class="cvh-rows" role="group" aria-label="Choices">
      {choices.map((choice) => (
        <ChoiceButton key={choice.path} choice={choice} entryId={entryId} />
      ))}
    </div>
  );
}
