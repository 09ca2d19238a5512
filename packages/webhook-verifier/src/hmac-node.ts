import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import type { Signer } from './internal/signer.ts';

/** Signs with one secret, through node:crypto: several times faster than Web Crypto on short bodies. */
export function createSigner(secret: string): Signer {
  const key = createSecretKey(secret, 'utf8');
  return (body, tail) => createHmac('sha256', key).update(body).update(tail).digest('base64');
}

/** Compares in a time that does not depend on where the texts differ. */
export function isEqual(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
