import type { ComponentChildren, JSX } from 'preact';
import type { Pages } from '../state/use-pages.ts';
import { Problem, Skeleton } from './parts.tsx';

interface PagesViewProps<T> {
  id: string;
  pages: Pages<T>;
  more(): Promise<void>;
  empty: ComponentChildren;
  children: (items: readonly T[]) => ComponentChildren;
}

/** A list of the API, with the button that reads on. */
export function PagesView<T>({ id, pages, more, empty, children }: PagesViewProps<T>): JSX.Element {
  if (pages.key !== id || pages.items === undefined) {
    return (
      <div class="pad">
        <Skeleton lines={5} />
      </div>
    );
  }
  return (
    <>
      <Problem message={pages.problem} />
      {pages.items.length === 0 && pages.problem === undefined ? empty : children(pages.items)}
      {pages.hasMore && (
        <div class="pad">
          <button type="button" class="button" onClick={more}>
            Show more
          </button>
        </div>
      )}
    </>
  );
}
