import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Icon } from './icons.tsx';

const SHOWN_MS = 1_500;

/** A button that puts `text` on the clipboard, and says so. */
export function Copy({ text, what }: { text: string; what: string }): JSX.Element {
  const copied = useSignal(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    copied.value = true;
    setTimeout(() => {
      copied.value = false;
    }, SHOWN_MS);
  };
  return (
    <button type="button" class="button quiet icon" aria-label={copied.value ? `${what} copied` : `Copy ${what}`} onClick={copy}>
      <Icon name={copied.value ? 'coverage' : 'copy'} />
    </button>
  );
}

/** A value of one line, with the button that copies it. */
export function CopyLine({ text, what }: { text: string; what: string }): JSX.Element {
  return (
    <span class="copy-line">
      <code title={text}>{text}</code>
      <Copy text={text} what={what} />
    </span>
  );
}
