import type { ComponentChildren, JSX } from 'preact';
import { useEffect } from 'preact/hooks';

export type Tone = 'good' | 'warn' | 'bad' | 'accent' | 'plain';

export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ComponentChildren }): JSX.Element {
  return <span class={tone === 'plain' ? 'badge' : `badge ${tone}`}>{children}</span>;
}

interface EmptyProps {
  title: string;
  children?: ComponentChildren;
}

/** What stands where a list would: why it is empty, and what to do. */
export function Empty({ title, children }: EmptyProps): JSX.Element {
  return (
    <div class="empty">
      <strong>{title}</strong>
      {children}
    </div>
  );
}

/** What stands where something is on its way. */
export function Skeleton({ lines = 3 }: { lines?: number }): JSX.Element {
  return (
    <div class="stack-s" role="status" aria-label="Loading">
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} class="skeleton" />
      ))}
    </div>
  );
}

export function Problem({ message }: { message: string | undefined }): JSX.Element | null {
  return message === undefined ? null : (
    <p class="problem-box" role="alert">
      {message}
    </p>
  );
}

interface PageHeadProps {
  title: string;
  /** Under the title. */
  about?: ComponentChildren;
  /** At the right: what one does here. */
  children?: ComponentChildren;
}

/** The head of a page, and what the tab of the browser says of it. */
export function PageHead({ title, about, children }: PageHeadProps): JSX.Element {
  useEffect(() => {
    document.title = `${title} · convapi emulator`;
  }, [title]);
  return (
    <div class="page-head">
      <div class="stack-s grow">
        <h1 tabIndex={-1}>{title}</h1>
        {about && <div class="soft">{about}</div>}
      </div>
      {children && <div class="row">{children}</div>}
    </div>
  );
}
