import type { ComponentChildren, JSX } from 'preact';
import type { Loaded } from '../state/use-loaded.ts';
import { Problem, Skeleton } from './parts.tsx';

interface LoadedViewProps<T> {
  /** What it has to be of; something of another id is drawn as being on its way. */
  id: string;
  loaded: Loaded<T>;
  children: (data: T) => ComponentChildren;
}

export function LoadedView<T>({ id, loaded, children }: LoadedViewProps<T>): JSX.Element {
  if (loaded.state === 'failed') return <Problem message={loaded.message} />;
  if (loaded.state === 'loading' || loaded.id !== id) return <Skeleton lines={6} />;
  return <>{children(loaded.data)}</>;
}
