import type { AccessKey } from './check-key.ts';

/** The value of an `authorization` header for a key; what is not ASCII goes as UTF-8. */
export function basicCredentials({ keyId, keySecret }: AccessKey): string {
  return `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${keyId}:${keySecret}`)))}`;
}
