import { signal } from '@preact/signals';

export interface Toast {
  id: number;
  text: string;
  bad: boolean;
}

export type Toasts = ReturnType<typeof createToasts>;

const SHOWN_MS = 6_000;

/** Short news at the edge of the page. Errors stay until they are closed. */
export function createToasts() {
  const list = signal<readonly Toast[]>([]);
  let last = 0;
  const close = (id: number): void => {
    list.value = list.value.filter((toast) => toast.id !== id);
  };
  const add = (text: string, bad: boolean): void => {
    last += 1;
    const id = last;
    list.value = [...list.value.slice(-3), { id, text, bad }];
    if (!bad) setTimeout(() => close(id), SHOWN_MS);
  };
  return { list, close, say: (text: string) => add(text, false), fail: (text: string) => add(text, true) };
}
