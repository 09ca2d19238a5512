/** How many requests go at once, and how many more each second. */
export interface BucketOptions {
  size: number;
  perSecond: number;
}

/** The bucket of the vendor's token endpoint. */
export const VENDOR_BUCKET: BucketOptions = { size: 30, perSecond: 10 };

/** A token bucket: each call takes one, and says whether there was one. `now` in milliseconds. */
export function createBucket({ size, perSecond }: BucketOptions, now: () => number): () => boolean {
  let level = size;
  let filledAtMs = now();
  return () => {
    const atMs = now();
    level = Math.min(size, level + ((atMs - filledAtMs) / 1000) * perSecond);
    filledAtMs = atMs;
    if (level < 1) return false;
    level -= 1;
    return true;
  };
}
