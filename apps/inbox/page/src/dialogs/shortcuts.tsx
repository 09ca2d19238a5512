import type { JSX } from 'preact';
import { Dialog } from '../ui/dialog.tsx';
import { Check } from '../ui/field.tsx';
import { areShortcutsOn, setShortcuts } from '../ui/shortcuts.ts';

const KEYS: readonly (readonly [keys: string, does: string])[] = [
  ['j', 'next conversation'],
  ['k', 'conversation before'],
  ['/', 'search'],
  ['r', 'write an answer'],
  ['n', 'write a note'],
  ['d', 'done'],
  ['w', 'waiting'],
  ['o', 'open again'],
  ['a', 'assign to me'],
  ['c', 'new conversation'],
  ['Esc', 'leave the field, then the conversation'],
  ['?', 'this list'],
];

export function ShortcutsDialog({ onClose }: { onClose(): void }): JSX.Element {
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      <dl class="keys">
        {KEYS.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p class="soft small">In the field: Enter sends, Shift+Enter starts a new line, / offers saved replies.</p>
      <Check label="Single keys do something" checked={areShortcutsOn.value} onInput={setShortcuts} />
    </Dialog>
  );
}
