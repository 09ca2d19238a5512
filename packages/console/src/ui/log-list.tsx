import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

interface LogListProps<T> {
  label: string;
  /** The newest first. */
  items: readonly T[];
  keyOf(item: T): string;
  /** Where a line leads. */
  hrefOf(item: T): string;
  children: (item: T) => ComponentChildren;
}

/** Every line is as high as this, in pixels; the style says the same. */
const LINE_PX = 52;

/** Lines drawn above and below what is seen. */
const MARGIN_LINES = 2;

/**
 * A long list of which only what is seen is drawn. While it stands at its top, it follows what comes; further down it stays where it is,
 * and says how many are new.
 */
export function LogList<T>({ label, items, keyOf, hrefOf, children }: LogListProps<T>): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const top = useSignal(0);
  const height = useSignal(600);
  const unseen = useSignal(0);
  const newest = useRef<string | undefined>(undefined);

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
    const first = items[0] && keyOf(items[0]);
    const before = newest.current;
    newest.current = first;
    if (!element || before === undefined || before === first || element.scrollTop < LINE_PX) return;
    const added = items.findIndex((item) => keyOf(item) === before);
    if (added <= 0) return;
    element.scrollTop += added * LINE_PX;
    unseen.value += added;
  }, [items]);

  const from = Math.max(0, Math.floor(top.value / LINE_PX) - MARGIN_LINES);
  const to = Math.min(items.length, Math.ceil((top.value + height.value) / LINE_PX) + MARGIN_LINES);
  return (
    <div class="log">
      {unseen.value > 0 && (
        <button type="button" class="button small log-new" onClick={() => box.current?.scrollTo({ top: 0 })}>
          {unseen.value} new
        </button>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys move the focus between the links inside, which are what one acts on */}
      <div
        class="log-box"
        ref={box}
        onScroll={({ currentTarget }) => {
          top.value = currentTarget.scrollTop;
          if (currentTarget.scrollTop < LINE_PX) unseen.value = 0;
        }}
        onKeyDown={moveFocus}
      >
        <ol aria-label={label} style={{ height: `${items.length * LINE_PX}px` }}>
          {items.slice(from, to).map((item, position) => (
            <li
              key={keyOf(item)}
              aria-setsize={items.length}
              aria-posinset={from + position + 1}
              style={{ transform: `translateY(${(from + position) * LINE_PX}px)` }}
            >
              <a href={hrefOf(item)}>{children(item)}</a>
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}

/** `j` and `k`, and the arrows, go from line to line. */
function moveFocus(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  const links = [...event.currentTarget.querySelectorAll('a')];
  const position = links.indexOf(document.activeElement as HTMLAnchorElement);
  const next = links[position + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
