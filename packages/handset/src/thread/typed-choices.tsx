import type { RenderedPart, TypedChoice } from '@convapi/message-builder';
import type { JSX } from 'preact';
import { usePhone } from '../internal/phone-context.ts';

/** Nothing can be tapped on a phone that shows text: buttons beside it write what the text asks for. */
export function TypedChoices({ parts }: { parts: readonly RenderedPart[] }): JSX.Element | null {
  const { onText } = usePhone();
  const choices = parts.flatMap(typedOf).filter(({ type }) => type === 'text');
  if (onText === undefined || choices.length === 0) return null;
  return (
    <div class="cvh-typed" role="group" aria-label="What the text asks for">
      {choices.map(({ path, title }) => (
        <button key={path} type="button" class="cvh-ghost" onClick={() => onText(title)}>
          <span>
            Type “<bdi>{title}</bdi>”
          </span>
        </button>
      ))}
    </div>
  );
}

function typedOf(part: RenderedPart): readonly TypedChoice[] {
  return part.kind === 'text' || part.kind === 'media' ? (part.choices ?? []) : [];
}
