import type { JSX } from 'preact';
import { useCallback } from 'preact/hooks';
import { useDesk } from '../state/desk.ts';
import { Empty, Skeleton } from '../ui/parts.tsx';
import { useShortcuts } from '../ui/shortcuts.ts';
import { WindowList } from '../ui/window-list.tsx';
import { ConversationRow } from './conversation-row.tsx';
import { ListFilters } from './list-filters.tsx';
import { visibleIds } from './visible-ids.ts';

/** Height of a row; `list.css` says the same. */
const ROW_PX = 76;

/** The list of conversations, with its search and filters. */
export function ConversationListView(): JSX.Element {
  const desk = useDesk();
  const { list, router } = desk;
  const currentId = router.route.value.conversationId;
  const ids = visibleIds(desk);
  const step = (by: number): void => {
    const position = currentId === undefined ? -1 : ids.indexOf(currentId);
    const next = ids[position === -1 && by < 0 ? 0 : position + by];
    if (next !== undefined) router.open(next);
  };
  useShortcuts({ j: () => step(1), k: () => step(-1) });
  const more = useCallback(() => void list.more(), []);
  return (
    <nav class="list" aria-label="Conversations">
      <ListFilters />
      {list.state.value === 'loading' && ids.length === 0 && <Skeleton lines={8} />}
      {list.state.value === 'failed' && (
        <Empty title="The conversations could not be read">
          <p>{list.problem.value?.detail}</p>
          <button type="button" class="button" onClick={() => void list.reload()}>
            Try again
          </button>
        </Empty>
      )}
      {list.state.value === 'ready' && ids.length === 0 && <Nothing />}
      {ids.length > 0 && (
        <WindowList label="Conversations" ids={ids} rowPx={ROW_PX} currentId={currentId} onEnd={more}>
          {(id) => <ConversationRow id={id} isCurrent={id === currentId} />}
        </WindowList>
      )}
    </nav>
  );
}

function Nothing(): JSX.Element {
  const { list, counts } = useDesk();
  const { q, state } = list.filter.value;
  const total = counts.value && counts.value.open + counts.value.waiting + counts.value.done;
  if (q !== '') {
    return (
      <Empty title="Nothing found">
        <p>Searched are names, addresses, messages and notes: each word as the beginning of one.</p>
      </Empty>
    );
  }
  if (total === 0) {
    return (
      <Empty title="No conversations yet">
        <p>
          When somebody writes to your app, it shows up here. Register the <code>/webhook</code> address of this inbox as a webhook of the
          app for that.
        </p>
      </Empty>
    );
  }
  return (
    <Empty title={state === 'open' ? 'Nothing is open' : 'Nothing here'}>
      <p>No conversation is like that now.</p>
    </Empty>
  );
}
