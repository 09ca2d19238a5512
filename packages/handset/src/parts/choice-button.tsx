import type { RenderedChoice } from '@convapi/message-builder';
import type { JSX } from 'preact';
import { choiceIcon } from '../icons/choice-icon.ts';
import { Icon } from '../icons/icon.tsx';
import { usePhone } from '../internal/phone-context.ts';
import { toSafeLink } from '../internal/safe-url.ts';
import type { Tap } from '../thread-entry.ts';

/** A choice to tap: a link where it leads to an address that is safe to follow, else a button. */
export function ChoiceButton({ choice, entryId }: { choice: RenderedChoice; entryId: string }): JSX.Element {
  const { onTap, still } = usePhone();
  const tap = () => onTap?.(toTap(choice, entryId));
  const href = toSafeLink(choice.type === 'call' ? telephone(choice.target) : choice.target);
  const caption = (
    <>
      <Icon name={choiceIcon(choice.type)} />
      <bdi class="cvh-caption-text">{choice.title === '' ? '(no caption)' : choice.title}</bdi>
    </>
  );
  const className = `cvh-choice cvh-choice-${choice.type}`;
  if (href === undefined && still) return <span class={className}>{caption}</span>;
  if (href === undefined) {
    return (
      <button type="button" class={className} onClick={tap}>
        {caption}
      </button>
    );
  }
  return (
    <a class={className} href={href} target="_blank" rel="noopener noreferrer" onClick={tap}>
      {caption}
    </a>
  );
}

function telephone(number: string | undefined): string | undefined {
  return number === undefined || number === '' ? undefined : `tel:${number.replace(/[^\d+*#]/g, '')}`;
}

function toTap({ type, title, postback, target, path }: RenderedChoice, entryId: string): Tap {
  return { entryId, type, title, path, ...(postback === undefined ? {} : { postback }), ...(target === undefined ? {} : { target }) };
}
