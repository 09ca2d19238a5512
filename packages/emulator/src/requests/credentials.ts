import { createHash, timingSafeEqual } from 'node:crypto';

/** A key id and its secret, as a caller gives them. */
export interface Credentials {
  keyId: string;
  keySecret: string;
}

/** Reads `Authorization: Basic …`. */
export function readBasic(header: string | undefined): Credentials | undefined {
  const encoded = /^Basic\s+(\S+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString();
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : { keyId: text.slice(0, colon), keySecret: text.slice(colon + 1) };
}

/** Reads `Authorization: Bearer …`. */
export function readBearer(header: string | undefined): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(header ?? '')?.[1];
}

/** Are they the same? Takes as long for a near miss as for a wild guess. */
export function isSame(a: Credentials, b: Credentials): boolean {
  return timingSafeEqual(digest(a), digest(b));
}

function digest({ keyId, keySecret }: Credentials): Buffer {
  return createHash('sha256').update(`${keyId}\n${keySecret}`).digest();
}
