import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

interface WindowListProps {
  label: string;
  ids: readonly string[];
  /** Height of every row in pixels; the style says the same. */
  rowPx: number;
  /** Scrolled into sight when it changes. */
  currentId: string | undefined;
  /** The end is near. */
  onEnd(): void;
  children: (id: string) => ComponentChildren;
}

/** Rows drawn above and below what is seen. */
const MARGIN_ROWS = 6;

/** More is asked for when so many rows are left. */
const END_ROWS = 20;

/** A list of any length, of which what is seen is drawn. What comes above does not move what one looks at. */
export function WindowList({ label, ids, rowPx, currentId, onEnd, children }: WindowListProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const top = useSignal(0);
  const height = useSignal(800);
  const before = useRef<readonly string[]>([]);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      height.value = element.clientHeight;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    const element = box.current;
    const old = before.current;
    before.current = ids;
    if (!element || element.scrollTop < rowPx) return;
    const seen = old[Math.floor(element.scrollTop / rowPx)];
    const moved = seen === undefined ? -1 : ids.indexOf(seen);
    if (moved !== -1) element.scrollTop += (moved - old.indexOf(seen as string)) * rowPx;
  }, [ids]);

  useLayoutEffect(() => {
    const element = box.current;
    const position = currentId === undefined ? -1 : ids.indexOf(currentId);
    if (!element || position === -1) return;
    const start = position * rowPx;
    if (start < element.scrollTop) element.scrollTop = start;
    else if (start + rowPx > element.scrollTop + element.clientHeight) element.scrollTop = start + rowPx - element.clientHeight;
  }, [currentId]);

  const from = Math.max(0, Math.floor(top.value / rowPx) - MARGIN_ROWS);
  const to = Math.min(ids.length, Math.ceil((top.value + height.value) / rowPx) + MARGIN_ROWS);
  const isNearEnd = to + END_ROWS > ids.length;
  useEffect(() => {
    if (isNearEnd) onEnd();
  }, [isNearEnd, ids]);

  return (
    <div
      class="window-list"
      ref={box}
      onScroll={({ currentTarget }) => {
        top.value = currentTarget.scrollTop;
      }}
    >
      <ul aria-label={label} style={{ height: `${ids.length * rowPx}px` }}>
        {ids.slice(from, to).map((id, index) => (
          <li
            key={id}
            aria-setsize={ids.length}
            aria-posinset={from + index + 1}
            style={{ transform: `translateY(${(from + index) * rowPx}px)` }}
          >
            {children(id)}
          </li>
        ))}
      </ul>
    </div>
  );
}
