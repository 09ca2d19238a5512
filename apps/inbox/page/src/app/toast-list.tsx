import type { JSX } from 'preact';
import type { Toasts } from '../state/toasts.ts';

export function ToastList({ toasts }: { toasts: Toasts }): JSX.Element {
  return (
    <div class="toasts" role="status">
      {toasts.list.value.map(({ id, text, bad, href }) => (
        <div key={id} class={bad ? 'toast bad' : 'toast'}>
          <span class="grow">
            {text}{' '}
            {href !== undefined && (
              <a href={href} onClick={() => toasts.close(id)}>
                Open
              </a>
            )}
          </span>
          <button type="button" aria-label="Close this notice" onClick={() => toasts.close(id)}>
            ×
          </button>
        </div>
      ))}
    </div>
  );
}
