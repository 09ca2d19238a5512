import type { Pane } from '../state/desk.ts';
import { useDesk, useSession } from '../state/desk.ts';
import { useShortcuts } from '../ui/shortcuts.ts';

/** Keys that act on the conversation that is drawn. */
export function usePaneShortcuts({ thread, composer }: Pane): void {
  const { router } = useDesk();
  const { agent } = useSession();
  useShortcuts({
    o: () => void thread.change({ state: 'open' }),
    w: () => void thread.change({ state: 'waiting' }),
    d: () => void thread.change({ state: 'done' }),
    a: () => void thread.change({ assigneeId: agent.id }),
    r: () => write('text'),
    n: () => write('note'),
    Escape: () => router.open(undefined),
  });

  function write(kind: 'text' | 'note'): void {
    composer.change({ kind });
    // the field is drawn with the next frame
    requestAnimationFrame(() => document.getElementById('composer-text')?.focus());
  }
}
