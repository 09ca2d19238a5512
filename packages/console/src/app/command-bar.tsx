import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { type Console, useConsole } from '../state/console.ts';
import { toPath } from '../state/place.ts';
import { toChannelName } from '../state/words.ts';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { hasWords } from '../ui/filters.tsx';
import { Icon } from '../ui/icons.tsx';
import { NAVIGATION } from './navigation.ts';

const SHOWN = 12;

/** Ids of the API, e.g. of a message. */
const ULID = /^[0-9A-HJKMNP-TV-Z]{26}$/i;

interface Goal {
  kind: string;
  label: string;
  path: string;
}

/** Goes to anything by its name: Ctrl K, or the button. */
export function CommandBar(): JSX.Element {
  const isOpen = useSignal(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      // a dialog over a dialog would hide what is being typed
      if (!document.querySelector('dialog[open]')) isOpen.value = true;
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        class="button quiet icon"
        aria-label="Go to"
        title="Go to (Ctrl K)"
        onClick={() => {
          isOpen.value = true;
        }}
      >
        <Icon name="search" />
      </button>
      {isOpen.value && (
        <GoDialog
          onClose={() => {
            isOpen.value = false;
          }}
        />
      )}
    </>
  );
}

function GoDialog({ onClose }: { onClose(): void }): JSX.Element {
  const context = useConsole();
  const { place } = context;
  const { route } = useLocation();
  const words = useSignal('');
  const goals = findGoals(context, words.value.trim()).slice(0, SHOWN);
  const go = (goal: Goal | undefined): void => {
    if (!goal) return;
    route(`${place.base}${goal.path}`);
    onClose();
  };
  return (
    <Dialog title="Go to" onClose={onClose} onSubmit={() => go(goals[0])}>
      <TextField
        label="Page, app, phone or id of a message"
        hint="Enter goes to the first one."
        value={words.value}
        autoFocus
        onInput={(value) => {
          words.value = value;
        }}
      />
      {goals.length === 0 ? (
        <p class="soft">Nothing of that name.</p>
      ) : (
        <ul class="rows">
          {goals.map((goal) => (
            <li key={goal.path}>
              <a href={`${place.base}${goal.path}`} onClick={onClose}>
                <bdi class="grow break">{goal.label}</bdi>
                <span class="soft small">{goal.kind}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function findGoals({ store }: Console, words: string): Goal[] {
  const goals: Goal[] = [
    ...NAVIGATION.map(({ label, path }) => ({ kind: 'page', label, path })),
    ...store.apps.value.map(({ id, region, app }) => ({
      kind: `app in ${region}`,
      label: app.display_name || id,
      path: toPath('apps', region, id),
    })),
    ...store.handsets.value.map(({ channel, identity, name }) => ({
      kind: 'phone',
      label: `${toChannelName(channel)} of ${name ? `${name}, ` : ''}${identity}`,
      path: toPath('wall', channel, identity),
    })),
  ];
  const found = goals.filter(({ kind, label, path }) => hasWords(words, label, kind, path));
  return ULID.test(words) ? [...found, { kind: 'message', label: words, path: toPath('messages', words.toUpperCase()) }] : found;
}
