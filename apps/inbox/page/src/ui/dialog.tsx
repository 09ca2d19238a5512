import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Icon } from './icons.tsx';

interface DialogProps {
  title: string;
  /** The dialog is closed: by Escape, by its button, or by the one who opened it. */
  onClose(): void;
  /** The form was sent; absent for a dialog that only shows. */
  onSubmit?(): void;
  /** What stands below: the buttons. */
  foot?: ComponentChildren;
  children: ComponentChildren;
}

/** A modal dialog of the browser: it keeps the focus inside and gives it back. */
export function Dialog({ title, onClose, onSubmit, foot, children }: DialogProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const body = (
    <>
      <div class="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <button type="button" class="button quiet icon" aria-label="Close" onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </div>
      <div class="dialog-body stack">{children}</div>
      {foot && <div class="dialog-foot">{foot}</div>}
    </>
  );
  return (
    <dialog ref={dialog} aria-labelledby={titleId} onClose={onClose}>
      {onSubmit ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          {body}
        </form>
      ) : (
        body
      )}
    </dialog>
  );
}
