import { useEffect } from 'preact/hooks';
import { useDesk } from '../state/desk.ts';

/** Names the tab: who is open, and how many wait to be read. */
export function Title(): null {
  const { counts, router, records } = useDesk();
  const { conversationId } = router.route.value;
  const name = conversationId === undefined ? undefined : records.of(conversationId).shown.value?.name;
  const unread = counts.value?.unread ?? 0;
  const title = `${unread > 0 ? `(${unread}) ` : ''}${name === undefined ? '' : `${name} · `}Inbox`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return null;
}
