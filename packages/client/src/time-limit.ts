import { onAbort } from './on-abort.ts';
import { toTimerMs } from './timer-limit.ts';

/**
 * Does work that ends when the time is over or the signal fires, whether or not the work notices: with the error of
 * `toError`, or the reason of the signal. The work is handed a signal that fires at the same moment.
 */
export function withinTime<T>(
  ms: number,
  signal: AbortSignal | undefined,
  toError: () => Error,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const controller = new AbortController();
    const end = (reason: unknown) => {
      reject(reason);
      controller.abort(reason);
    };
    if (signal?.aborted) return end(signal.reason);
    const forget = onAbort(signal, () => end(signal?.reason));
    const timer = ms > 0 ? setTimeout(() => end(toError()), toTimerMs(ms)) : undefined;
    work(controller.signal)
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
        forget();
      });
  });
}
