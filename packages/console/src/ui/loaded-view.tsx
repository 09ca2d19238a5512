import type { ComponentChildren, JSX } from 'preact';
import type { Loaded } from '../state/use-loaded.ts';
import { PageHead, Problem, Skeleton } from './parts.tsx';

interface LoadedViewProps<T> {
  /** What it has to be of; something of another id is drawn as being on its way. */
  id: string;
  loaded: Loaded<T>;
  /** The head of the page as long as there is nothing else to say; absent for a part of a page. */
  title?: string;
  children: (data: T) => ComponentChildren;
}

export function LoadedView<T>({ id, loaded, title, children }: LoadedViewProps<T>): JSX.Element {
  if (loaded.state === 'here' && loaded.id === id) return <>{children(loaded.data)}</>;
  return (
    <>
      {title !== undefined && <PageHead title={title} />}
      {loaded.state === 'failed' ? <Problem message={loaded.message} /> : <Skeleton lines={6} />}
    </>
  );
}
