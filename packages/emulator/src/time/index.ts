/** The clock, what it starts later, ids that sort by age, and how often something may happen. */
export { type Clock, createClock } from './clock.ts';
export { checkTimeout, LATEST_MS, LONGEST_TIMEOUT_MS } from './limits.ts';
export { toTimestamp } from './to-timestamp.ts';
export { createTokenBucket, type TokenBucket } from './token-bucket.ts';
export { createUlids, type Ulids } from './ulid.ts';
