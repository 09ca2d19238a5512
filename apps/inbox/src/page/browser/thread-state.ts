import type { MessageView } from '../../views.ts';
import type { ThreadPage } from './api.ts';

/** Messages of the open conversation, put together from pages that come at different times. */
export interface ThreadState {
  messages(): MessageView[];
  hasEarlier(): boolean;
  /** The newest page, again and again. */
  addNewest(page: ThreadPage): void;
  /** A page before the oldest message. */
  addEarlier(page: ThreadPage): void;
}

export function createThreadState(): ThreadState {
  let known: MessageView[] = [];
  let earlier: boolean | undefined;

  function merge(fresh: readonly MessageView[]): void {
    const ids = new Set(fresh.map(({ id }) => id));
    const kept = known.filter(({ id }) => !ids.has(id));
    // Sorting is stable, so messages of one moment stay in the order in which the inbox took them.
    known = [...kept, ...fresh].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  }

  return {
    messages: () => known,
    hasEarlier: () => earlier === true,
    addNewest({ messages, hasEarlier }) {
      merge(messages);
      earlier ??= hasEarlier;
    },
    addEarlier({ messages, hasEarlier }) {
      known = [...messages, ...known];
      merge([]);
      earlier = hasEarlier;
    },
  };
}
