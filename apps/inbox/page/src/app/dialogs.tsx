import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { NewConversationDialog } from '../dialogs/new-conversation.tsx';
import { PasswordDialog } from '../dialogs/password.tsx';
import { SavedRepliesDialog } from '../dialogs/saved-replies.tsx';
import { ShortcutsDialog } from '../dialogs/shortcuts.tsx';
import { TeamDialog } from '../dialogs/team.tsx';
import { useSession } from '../state/desk.ts';
import { useShortcuts } from '../ui/shortcuts.ts';

const DIALOGS = {
  'new-conversation': NewConversationDialog,
  'saved-replies': SavedRepliesDialog,
  team: TeamDialog,
  password: PasswordDialog,
  shortcuts: ShortcutsDialog,
} as const;

export type DialogName = keyof typeof DIALOGS;

const open = signal<DialogName | undefined>(undefined);

/** Somebody without a password is asked for one when they come, once. */
let wasAsked = false;

/** Opens a dialog that belongs to no conversation; those that do are drawn with it. */
export function openDialog(name: DialogName): void {
  open.value = name;
}

export function Dialogs(): JSX.Element | null {
  useShortcuts({ '?': () => openDialog('shortcuts'), c: () => openDialog('new-conversation') });
  const { hasPassword } = useSession();
  useEffect(() => {
    if (hasPassword || wasAsked) return;
    wasAsked = true;
    openDialog('password');
  }, [hasPassword]);
  const Shown = open.value && DIALOGS[open.value];
  return Shown ? (
    <Shown
      onClose={() => {
        open.value = undefined;
      }}
    />
  ) : null;
}
