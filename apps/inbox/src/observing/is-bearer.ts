import { createHash, timingSafeEqual } from 'node:crypto';

/** Is that the token? Hashes have one length, so that comparing tells nothing, not even how long the token is. */
export function isBearer(authorization: string | undefined, token: string): boolean {
  const [given, expected] = [authorization ?? '', `Bearer ${token}`].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(given as Buffer, expected as Buffer);
}
