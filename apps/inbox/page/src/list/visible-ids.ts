import type { Desk } from '../state/desk.ts';
import { matches } from '../state/list.ts';

/** What the list shows: what is done with a conversation is seen at once, but the one that is open stays where it is. */
export function visibleIds({ list, records, router, session }: Desk): string[] {
  const filter = list.filter.value;
  const openId = router.route.value.conversationId;
  const me = session.value?.agent.id ?? '';
  return list.ids.value.filter((id) => {
    if (id === openId) return true;
    const view = records.of(id).shown.value;
    return view !== undefined && matches(view, filter, me);
  });
}
