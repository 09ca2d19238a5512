import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Pane as PaneState } from '../state/desk.ts';
import { Empty, Skeleton } from '../ui/parts.tsx';

/** What draws a conversation. It holds the bubbles and the rules of the channels: two thirds of the page, for which the list does not wait. */
const loaded = signal<typeof import('../thread/pane.tsx') | 'failed' | undefined>(undefined);

export async function loadPane(): Promise<void> {
  loaded.value = await import('../thread/pane.tsx').catch(() => 'failed' as const);
}

export function LazyPane({ pane }: { pane: PaneState }): JSX.Element {
  const module = loaded.value;
  if (module === undefined) {
    return (
      <div class="pane-loading">
        <Skeleton lines={6} />
      </div>
    );
  }
  if (module === 'failed') {
    return (
      <Empty title="The page could not be loaded whole" isPage>
        <button type="button" class="button" onClick={() => location.reload()}>
          Load it again
        </button>
      </Empty>
    );
  }
  return <module.Pane pane={pane} />;
}
