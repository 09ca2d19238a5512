import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Answer } from './api.ts';

/** A list that the API gives in pages. */
export interface Pages<T> {
  /** What the list is of: a list of another key is drawn as being on its way. */
  key: string;
  items: readonly T[] | undefined;
  problem: string | undefined;
  hasMore: boolean;
}

/**
 * Reads a list of the API page by page: the first at once, and again for another key or version.
 *
 * @param load the page behind a token; `''` for the first one
 */
export function usePages<T>(
  key: string,
  version: unknown,
  load: (token: string) => Promise<Answer<{ items: readonly T[]; next: string }>>,
): { pages: ReadonlySignal<Pages<T>>; more(): Promise<void> } {
  const pages = useSignal<Pages<T>>({ key, items: undefined, problem: undefined, hasMore: false });
  const next = useRef('');
  const turn = useRef(0);
  const read = async (token: string): Promise<void> => {
    turn.current += 1;
    const mine = turn.current;
    const answer = await load(token);
    // an older call that comes late would put one list under the name of another
    if (mine !== turn.current) return;
    if (!answer.ok) {
      pages.value = { key, items: pages.value.items ?? [], problem: answer.message, hasMore: false };
      return;
    }
    next.current = answer.data.next;
    const before = token === '' ? [] : (pages.value.items ?? []);
    pages.value = { key, items: [...before, ...answer.data.items], problem: undefined, hasMore: answer.data.next !== '' };
  };
  useEffect(() => {
    if (pages.peek().key !== key) pages.value = { key, items: undefined, problem: undefined, hasMore: false };
    void read('');
  }, [key, version]);
  return { pages, more: () => read(next.current) };
}
