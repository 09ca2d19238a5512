/** Runs a hook of the caller and drops what it throws: the sender must get its answer even when a log is down. */
export async function quietly(hook: () => void | Promise<void>): Promise<void> {
  try {
    await hook();
  } catch {
    // Dropped, see above.
  }
}
