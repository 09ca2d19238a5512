import { onAbort } from './on-abort.ts';
import { toTimerMs } from './timer-limit.ts';

/** Waits, or rejects with the reason of the signal as soon as that fires. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const forget = onAbort(signal, () => {
      clearTimeout(timer);
      reject(signal?.reason);
    });
    const timer = setTimeout(() => {
      forget();
      resolve();
    }, toTimerMs(ms));
  });
}
