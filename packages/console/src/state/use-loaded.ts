import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Answer } from './api.ts';

/** Something that a page reads: on its way, here with the id that it was read for, or a sentence of what went wrong. */
export type Loaded<T> = { state: 'loading' } | { state: 'here'; id: string; data: T } | { state: 'failed'; message: string };

/**
 * Reads what belongs to `id`, again for another id and another `version`. An answer that comes after the id has changed is thrown away, so
 * that a page never shows one thing under the name of another.
 */
export function useLoaded<T>(id: string, version: unknown, load: (id: string) => Promise<Answer<T>>): ReadonlySignal<Loaded<T>> {
  const loaded = useSignal<Loaded<T>>({ state: 'loading' });
  useEffect(() => {
    let isOver = false;
    if (loaded.peek().state !== 'here' || (loaded.peek() as { id: string }).id !== id) loaded.value = { state: 'loading' };
    void load(id).then((answer) => {
      if (isOver) return;
      if (answer.ok) loaded.value = { state: 'here', id, data: answer.data };
      // what was read before stays while the emulator is away: the banner says that
      else if (answer.status !== 0 || loaded.peek().state !== 'here') loaded.value = { state: 'failed', message: answer.message };
    });
    return () => {
      isOver = true;
    };
  }, [id, version]);
  return loaded;
}
