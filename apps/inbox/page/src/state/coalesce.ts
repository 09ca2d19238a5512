/**
 * Runs one at a time, and once more when it was asked for meanwhile: the last run always began after the last wish. A slow answer can so
 * never stand over a newer one.
 */
export function coalesce(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;
  const loop = async (): Promise<void> => {
    do {
      again = false;
      await work();
    } while (again);
  };
  return () => {
    if (running) again = true;
    else {
      running = loop().finally(() => {
        running = undefined;
      });
    }
    return running as Promise<void>;
  };
}
