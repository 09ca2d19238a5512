import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface ReorderButtonsProps {
  isReordering: boolean;
  isSaving?: boolean;
  onStart(): void;
  onCancel(): void;
  onSave(): void;
}

/** Begins to reorder, and ends it. Whichever button is pressed goes away: the focus goes to the one that stands in its place. */
export function ReorderButtons({ isReordering, isSaving = false, onStart, onCancel, onSave }: ReorderButtonsProps): JSX.Element {
  const box = useRef<HTMLSpanElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) box.current?.querySelector('button')?.focus();
    isFirst.current = false;
  }, [isReordering]);
  return (
    <span class="row" ref={box}>
      {isReordering ? (
        <>
          <button key="cancel" type="button" class="button" onClick={onCancel}>
            Cancel
          </button>
          <button key="save" type="button" class="button main-action" disabled={isSaving} onClick={onSave}>
            Save
          </button>
        </>
      ) : (
        <button key="start" type="button" class="button" onClick={onStart}>
          Reorder
        </button>
      )}
    </span>
  );
}
