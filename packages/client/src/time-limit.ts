/** A signal that fires with `signal`, or after a time. `clear` must be called when what it limits is over. */
export function timeLimit(ms: number, signal: AbortSignal | undefined, toError: () => Error): { signal: AbortSignal; clear(): void } {
  const controller = new AbortController();
  const follow = () => controller.abort(signal?.reason);
  if (signal?.aborted) follow();
  signal?.addEventListener('abort', follow, { once: true });
  const timer = setTimeout(() => controller.abort(toError()), ms);
  return {
    signal: controller.signal,
    clear() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', follow);
    },
  };
}
