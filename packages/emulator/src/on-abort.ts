/**
 * Calls `listener` with the reason once the signal is aborted, also when it is by now.
 *
 * @returns stops listening; to be called at the end, because a signal may outlive many waits
 */
export function onAbort(signal: AbortSignal | undefined, listener: (reason: unknown) => void): () => void {
  if (!signal) return () => undefined;
  const hear = () => listener(signal.reason);
  if (signal.aborted) queueMicrotask(hear);
  else signal.addEventListener('abort', hear, { once: true });
  return () => signal.removeEventListener('abort', hear);
}
