import { type EmulatorFrame, toFrames, type Views } from '../views/index.ts';

/** From where a stream goes, and how it ends. */
export interface StreamOptions {
  /** Begins behind this moment: a `seq` from anywhere. Default: with what happens from now on. */
  after?: number;
  /** Ends the stream: it then rejects with the reason of the signal. */
  signal?: AbortSignal;
}

/** Changes that are put into words at a time. */
const AT_ONCE = 100;

/** Follows all that happens. It begins here and now, not when the first frame is asked for. */
export function streamFrames(views: Views, { after, signal }: StreamOptions = {}): AsyncIterableIterator<EmulatorFrame> {
  const reader = views.feed.read(after);
  return frames();

  async function* frames(): AsyncGenerator<EmulatorFrame> {
    try {
      for (;;) {
        const changes = await reader.next(AT_ONCE, undefined, signal);
        if (!changes) return;
        // A copy, so that what happens later does not change it.
        yield* structuredClone(toFrames(views, changes));
      }
    } finally {
      reader.end();
    }
  }
}
