import type { JSX } from 'preact';
import { useDesk, useSession } from '../state/desk.ts';
import { changeTheme } from '../state/theme.ts';
import { Icon } from '../ui/icons.tsx';
import { openDialog } from './dialogs.tsx';

export function TopBar(): JSX.Element {
  const desk = useDesk();
  const { agent } = useSession();
  return (
    <header class="top">
      <a class="brand" href="#/">
        <img src="/icon.svg" alt="" width="26" height="26" />
        <h1>Inbox</h1>
      </a>
      <ConnectionChip />
      <span class="grow" />
      <button type="button" class="button small" onClick={() => openDialog('new-conversation')}>
        <Icon name="plus" />
        <span class="wide-only">New conversation</span>
        <span class="narrow-only visually-hidden">New conversation</span>
      </button>
      <details
        class="menu"
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.currentTarget.open = false;
          event.currentTarget.querySelector('summary')?.focus();
        }}
        onFocusOut={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget as Node | null)) event.currentTarget.open = false;
        }}
      >
        <summary class="button small quiet">
          <Icon name="menu" />
          <span class="wide-only cut agent-name">{agent.name}</span>
          <span class="visually-hidden">Menu</span>
        </summary>
        {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: whatever was chosen inside, by mouse or key, closes the menu */}
        <div
          class="menu-items"
          onClick={({ currentTarget }) => {
            (currentTarget.parentElement as HTMLDetailsElement).open = false;
          }}
        >
          <p class="soft small cut">{agent.email}</p>
          <button type="button" onClick={() => openDialog('saved-replies')}>
            Saved replies
          </button>
          <button type="button" onClick={() => openDialog('team')}>
            Team
          </button>
          <button type="button" onClick={() => openDialog('password')}>
            Change password
          </button>
          <button type="button" onClick={() => openDialog('shortcuts')}>
            Keyboard shortcuts
          </button>
          <button type="button" onClick={changeTheme}>
            Light or dark
          </button>
          <button type="button" onClick={() => void desk.signOut()}>
            Sign out
          </button>
        </div>
      </details>
    </header>
  );
}

function ConnectionChip(): JSX.Element {
  const { connection } = useDesk();
  const isGone = connection.value === 'gone';
  return (
    <p class={isGone ? 'live gone' : 'live'} role="status">
      {isGone ? 'Reconnecting… what you write is kept' : 'Live'}
    </p>
  );
}
