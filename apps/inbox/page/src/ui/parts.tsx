import type { ComponentChildren, JSX } from 'preact';

export type Tone = 'good' | 'warn' | 'bad' | 'accent' | 'plain';

export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ComponentChildren }): JSX.Element {
  return <span class={tone === 'plain' ? 'badge' : `badge ${tone}`}>{children}</span>;
}

interface EmptyProps {
  title: string;
  /** It stands for all of the page, which has no other heading then. */
  isPage?: boolean;
  children?: ComponentChildren;
}

/** What stands where a list would: why it is empty, and what to do. */
export function Empty({ title, isPage = false, children }: EmptyProps): JSX.Element {
  return (
    <div class="empty">
      {isPage ? <h1>{title}</h1> : <strong>{title}</strong>}
      {children}
    </div>
  );
}

/** What stands where something is on its way. */
export function Skeleton({ lines = 3 }: { lines?: number }): JSX.Element {
  return (
    <div class="skeletons" role="status" aria-label="Loading">
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} class="skeleton" />
      ))}
    </div>
  );
}

export function Problem({ message }: { message: string | undefined }): JSX.Element {
  return (
    <div role="alert" class="alert-place">
      {message !== undefined && <p class="problem-box">{message}</p>}
    </div>
  );
}
