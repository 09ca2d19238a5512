/** What each signal ends, and the one listener that tells it. */
interface Watched {
  callbacks: Set<() => void>;
  listener: () => void;
}

/** One listener a signal, however many calls share it: Node warns of a leak from the eleventh on. Gone with the last call. */
const watched = new WeakMap<AbortSignal, Watched>();

/** Calls back when the signal fires. Returns what takes that back. */
export function onAbort(signal: AbortSignal | undefined, callback: () => void): () => void {
  if (!signal) return () => {};
  const entry = watched.get(signal) ?? watch(signal);
  entry.callbacks.add(callback);
  return () => {
    if (!entry.callbacks.delete(callback) || entry.callbacks.size > 0) return;
    signal.removeEventListener('abort', entry.listener);
    watched.delete(signal);
  };
}

function watch(signal: AbortSignal): Watched {
  const callbacks = new Set<() => void>();
  const listener = () => {
    for (const callback of [...callbacks]) callback();
  };
  signal.addEventListener('abort', listener);
  const entry = { callbacks, listener };
  watched.set(signal, entry);
  return entry;
}
