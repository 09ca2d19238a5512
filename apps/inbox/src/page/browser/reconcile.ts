interface Entry {
  element: HTMLElement;
  json: string;
}

/**
 * Shows items as children of an element. What did not change is left alone, so that focus, selection and what a screen
 * reader has read stay as they are.
 */
export function createReconciler<T extends { id: string }>(
  parent: HTMLElement,
  render: (item: T) => HTMLElement,
): (items: readonly T[]) => void {
  let shown = new Map<string, Entry>();
  return (items) => {
    const focused = document.activeElement;
    const next = new Map<string, Entry>();
    for (const [index, item] of items.entries()) {
      const json = JSON.stringify(item);
      const old = shown.get(item.id);
      const element = old?.json === json ? old.element : render(item);
      const hadFocus = old?.element.contains(focused) === true;
      if (old && old.element !== element) old.element.replaceWith(element);
      if (parent.children[index] !== element) parent.insertBefore(element, parent.children[index] ?? null);
      if (hadFocus && document.activeElement !== focused) element.querySelector<HTMLElement>('a, button')?.focus();
      next.set(item.id, { element, json });
    }
    for (const [id, { element }] of shown) if (!next.has(id)) element.remove();
    shown = next;
  };
}
