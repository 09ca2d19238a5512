import type { EmulatorFrame, Seq } from './wire.ts';

export interface StreamListener {
  /** What came since the last drawing of the page. */
  onFrames(frames: readonly EmulatorFrame[]): void;
  onOpen(): void;
  /** The connection broke; it is made again, as often as it takes. */
  onBreak(): void;
}

/** Types of frames: the name of each server-sent event. */
const TYPES = [
  'app',
  'webhook',
  'contact',
  'conversation',
  'handset',
  'typing',
  'event',
  'callback',
  'request',
  'fault',
  'answers',
  'clock',
  'plan',
  'key',
  'gap',
];

/** Wait before a connection is made again. The browser by itself waits longer, and gives up where the answer is no stream. */
const AGAIN_MS = 1_000;

/**
 * Listens to what happens in the emulator. Frames are handed on once for each drawing of the page, however many come; in a tab that is not
 * shown, where nothing is drawn, four times a second.
 *
 * @returns ends it
 */
export function listen(control: string, after: Seq, { onFrames, onOpen, onBreak }: StreamListener): () => void {
  let waiting: EmulatorFrame[] = [];
  let isPlanned = false;
  let last = after;
  let source: EventSource;
  let again: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    isPlanned = false;
    const frames = waiting;
    waiting = [];
    onFrames(frames);
  };
  const take = ({ data }: MessageEvent<string>): void => {
    const frame = JSON.parse(data) as EmulatorFrame;
    last = Math.max(last, frame.seq);
    waiting.push(frame);
    if (isPlanned) return;
    isPlanned = true;
    if (document.hidden) setTimeout(flush, 250);
    else requestAnimationFrame(flush);
  };
  const open = (): void => {
    source = new EventSource(`${control}/stream?after=${last}`);
    source.onopen = onOpen;
    source.onerror = () => {
      onBreak();
      source.close();
      again = setTimeout(open, AGAIN_MS);
    };
    source.onmessage = take;
    for (const type of TYPES) source.addEventListener(type, take as EventListener);
  };
  open();
  return () => {
    clearTimeout(again);
    source.close();
  };
}
