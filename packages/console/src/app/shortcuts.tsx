import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useConsole } from '../state/console.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Check } from '../ui/field.tsx';
import { NAVIGATION } from './navigation.ts';

/** How long `g` waits for the second key. */
const SECOND_KEY_MS = 1_200;
const OFF_KEY = 'convapi-shortcuts-off';

/** Keys that go to pages, and the list of them. They can be turned off: single keys are in the way of speech input. */
export function Shortcuts(): JSX.Element {
  const { place } = useConsole();
  const { route } = useLocation();
  const isShown = useSignal(false);
  const isOff = useSignal(localStorage.getItem(OFF_KEY) !== null);
  useEffect(() => {
    let wentAt = Number.NEGATIVE_INFINITY;
    const onKey = (event: KeyboardEvent): void => {
      if (isOff.value || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === '?') isShown.value = true;
      else if (event.key === '/') {
        const search = document.querySelector<HTMLInputElement>('input[type="search"]');
        if (!search) return;
        event.preventDefault();
        search.focus();
      } else if (event.key === 'g') wentAt = event.timeStamp;
      else if (event.timeStamp - wentAt < SECOND_KEY_MS) {
        const target = NAVIGATION.find(({ key }) => key === event.key);
        wentAt = Number.NEGATIVE_INFINITY;
        if (target) route(`${place.base}${target.path}`);
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        class="button quiet icon"
        aria-label="Keyboard shortcuts"
        onClick={() => {
          isShown.value = true;
        }}
      >
        ?
      </button>
      {isShown.value && (
        <Dialog
          title="Keyboard shortcuts"
          onClose={() => {
            isShown.value = false;
          }}
        >
          <dl class="facts">
            {NAVIGATION.flatMap(({ key, label }) =>
              key === undefined
                ? []
                : [
                    <dt key={`${key} keys`}>
                      <kbd>g</kbd> <kbd>{key}</kbd>
                    </dt>,
                    <dd key={key}>{label}</dd>,
                  ],
            )}
            <dt>
              <kbd>Ctrl</kbd> <kbd>K</kbd>
            </dt>
            <dd>Go to a page, an app, a phone or a message</dd>
            <dt>
              <kbd>/</kbd>
            </dt>
            <dd>Search</dd>
            <dt>
              <kbd>j</kbd> <kbd>k</kbd>
            </dt>
            <dd>Next and previous line of a list; Enter opens it</dd>
            <dt>
              <kbd>Ctrl</kbd> <kbd>Enter</kbd>
            </dt>
            <dd>Send</dd>
            <dt>
              <kbd>?</kbd>
            </dt>
            <dd>This list</dd>
          </dl>
          <Check
            label="Turn shortcuts off"
            checked={isOff.value}
            onInput={(checked) => {
              isOff.value = checked;
              if (checked) localStorage.setItem(OFF_KEY, '1');
              else localStorage.removeItem(OFF_KEY);
            }}
          />
        </Dialog>
      )}
    </>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}
