import { type ReadonlySignal, signal } from '@preact/signals';

/** How long a sign of typing counts. */
const TYPING_MS = 8_000;

export interface Typer {
  /** Id of an agent; empty for the contact. */
  key: string;
  name: string;
}

export interface Typers {
  list: ReadonlySignal<readonly Typer[]>;
  saw(typer: Typer): void;
  /** What was being written has come. */
  stopped(key: string): void;
}

/** Who is writing in a conversation, beside the person at this page. */
export function createTypers(): Typers {
  const list = signal<readonly Typer[]>([]);
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const stopped = (key: string): void => {
    clearTimeout(timers.get(key));
    timers.delete(key);
    if (list.value.some((typer) => typer.key === key)) list.value = list.value.filter((typer) => typer.key !== key);
  };
  return {
    list,
    stopped,
    saw(typer) {
      clearTimeout(timers.get(typer.key));
      timers.set(
        typer.key,
        setTimeout(() => stopped(typer.key), TYPING_MS),
      );
      if (!list.value.some(({ key }) => key === typer.key)) list.value = [...list.value, typer];
    },
  };
}
