/** Waits for a promise that is shared, so that giving up leaves it running: until the signal fires or the time is over. */
export function waitFor<T>(promise: Promise<T>, signal: AbortSignal | undefined, ms: number, tooLate: () => T | Promise<T>): Promise<T> {
  if (!signal && ms === 0) return promise;
  return new Promise<T>((resolve, reject) => {
    const abort = () => reject(signal?.reason);
    if (signal?.aborted) return abort();
    const timer = ms > 0 ? setTimeout(() => resolve(tooLate()), ms) : undefined;
    signal?.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    });
  });
}

/** Waits, or rejects with the reason of the signal as soon as that fires. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return waitFor(new Promise<void>(() => {}), signal, Math.max(1, ms), () => undefined);
}
