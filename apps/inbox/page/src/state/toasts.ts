import { type ReadonlySignal, signal } from '@preact/signals';

export interface Toast {
  id: number;
  text: string;
  bad: boolean;
  /** Where it leads. */
  href?: string;
}

export interface Toasts {
  list: ReadonlySignal<readonly Toast[]>;
  say(text: string): void;
  /** Something went wrong that is not in sight; `href` leads there. */
  warn(text: string, href?: string): void;
  close(id: number): void;
}

const SHOWN_MS = 6_000;

export function createToasts(): Toasts {
  const list = signal<readonly Toast[]>([]);
  let count = 0;
  const close = (id: number): void => {
    list.value = list.value.filter((toast) => toast.id !== id);
  };
  const add = (toast: Omit<Toast, 'id'>): void => {
    count += 1;
    const id = count;
    list.value = [...list.value, { ...toast, id }];
    if (!toast.bad) setTimeout(() => close(id), SHOWN_MS);
  };
  return {
    list,
    say: (text) => add({ text, bad: false }),
    warn: (text, href) => add({ text, bad: true, ...(href === undefined ? {} : { href }) }),
    close,
  };
}
