import type { LiveEvents } from '../../../src/api/contract.ts';

type Handlers = { [Name in keyof LiveEvents]: (event: LiveEvents[Name]) => void };

interface LiveOptions {
  handlers: Handlers;
  /** The stream is open; `after` a break, anything may have changed meanwhile. */
  onOpen(afterBreak: boolean): void;
  onBreak(): void;
}

/** A browser that was refused does not try again by itself. */
const TRY_AGAIN_MS = 3_000;

/** Listens to what the inbox tells. The returned function ends it. */
export function listen({ handlers, onOpen, onBreak }: LiveOptions): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isBroken = false;
  const open = (): void => {
    source = new EventSource('/api/events');
    source.onopen = () => {
      onOpen(isBroken);
      isBroken = false;
    };
    source.onerror = () => {
      isBroken = true;
      onBreak();
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, TRY_AGAIN_MS);
    };
    for (const [name, handle] of Object.entries(handlers)) {
      source.addEventListener(name, (event) => handle(JSON.parse(event.data)));
    }
  };
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
