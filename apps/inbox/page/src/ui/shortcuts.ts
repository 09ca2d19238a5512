import { signal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { readStored, store } from '../state/storage.ts';

const KEY = 'inbox.shortcuts';

/** Single keys get in the way of some people and tools: they can be turned off. */
export const areShortcutsOn = signal(readStored(KEY) !== 'off');

export function setShortcuts(on: boolean): void {
  areShortcutsOn.value = on;
  store(KEY, on ? null : 'off');
}

/**
 * Keys that work while this component is drawn, and not a moment longer: what they do is done to what is on the screen. The effect runs
 * together with the drawing, not after it.
 */
export function useShortcuts(actions: Readonly<Record<string, () => void>>): void {
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!areShortcutsOn.peek() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
      if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
      const action = Object.hasOwn(actions, event.key) ? actions[event.key] : undefined;
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}
