import type { RenderedChoice } from '@convapi/message-builder';
import type { JSX } from 'preact';
import { ChoiceButton } from './choice-button.tsx';

/** Choices that are keys under a bubble. */
export function InlineKeys({ choices, entryId }: { choices: readonly RenderedChoice[]; entryId: string }): JSX.Element | null {
  return choices.length === 0 ? null : (
    <div class="cvh-keys" role="group" aria-label="Choices">
      {choices.map((choice) => (
        <ChoiceButton key={choice.path} choice={choice} entryId={entryId} />
      ))}
    </div>
  );
}
