import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './icons.tsx';

interface SortableListProps<T> {
  items: readonly T[];
  keyOf(item: T): string;
  /** What is said of an item, e.g. its channel. */
  nameOf(item: T): string;
  onMove(from: number, to: number): void;
  children: (item: T, position: number) => ComponentChildren;
}

/** The list with one item moved from a position to another. */
export function moveItem<T>(items: readonly T[], from: number, to: number): T[] {
  const moved = [...items];
  const [item] = moved.splice(from, 1);
  if (item !== undefined) moved.splice(to, 0, item);
  return moved;
}

/** A list whose order is changed by dragging (mouse or finger), or by the buttons of each item. */
export function SortableList<T>({ items, keyOf, nameOf, onMove, children }: SortableListProps<T>): JSX.Element {
  const list = useRef<HTMLOListElement>(null);
  const said = useSignal('');
  const move = useRef(onMove);
  move.current = (from, to) => {
    if (from === to || to < 0 || to >= items.length) return;
    const item = items[from];
    if (item !== undefined) said.value = `${nameOf(item)}, position ${to + 1} of ${items.length}`;
    onMove(from, to);
  };
  useEffect(() => makeDraggable(list.current, (from, to) => move.current(from, to)), []);
  return (
    <>
      <ol class="sortable" ref={list}>
        {items.map((item, position) => (
          <li key={keyOf(item)}>
            <span class="grip" aria-hidden="true">
              <Icon name="grip" />
            </span>
            {children(item, position)}
            {/* a button at the end of its way is not disabled, which would throw the focus away */}
            <span class="row nowrap">
              <button
                type="button"
                class="button icon small"
                aria-label={`Move ${nameOf(item)} up`}
                aria-disabled={position === 0}
                onClick={() => move.current(position, position - 1)}
              >
                <Icon name="up" />
              </button>
              <button
                type="button"
                class="button icon small"
                aria-label={`Move ${nameOf(item)} down`}
                aria-disabled={position === items.length - 1}
                onClick={() => move.current(position, position + 1)}
              >
                <Icon name="down" />
              </button>
            </span>
          </li>
        ))}
      </ol>
      <span class="visually-hidden" role="status">
        {said}
      </span>
    </>
  );
}

/** Dragging is loaded where it is used. The library moves elements; what it moved is put back, and drawn again from the state. */
function makeDraggable(list: HTMLElement | null, onMove: (from: number, to: number) => void): () => void {
  let end = (): void => {};
  let ended = false;
  void import('sortablejs/modular/sortable.core.esm.js').then(({ default: Sortable }) => {
    if (ended || !list) return;
    const sortable = Sortable.create(list, {
      handle: '.grip',
      // pointer events for mouse and finger alike, in place of the drag and drop of the browser, which has no touch on many
      forceFallback: true,
      fallbackClass: 'dragged-copy',
      ghostClass: 'dragged',
      animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150,
      onEnd: ({ item, oldIndex, newIndex }) => {
        if (oldIndex === undefined || newIndex === undefined || oldIndex === newIndex) return;
        const others = [...list.children].filter((child) => child !== item);
        list.insertBefore(item, others[oldIndex] ?? null);
        onMove(oldIndex, newIndex);
      },
    });
    list.dataset.draggable = '';
    end = () => sortable.destroy();
  });
  return () => {
    ended = true;
    end();
  };
}
