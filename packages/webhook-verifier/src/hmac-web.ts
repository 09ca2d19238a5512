import type { Signer } from './internal/signer.ts';

/** Signs with one secret, through Web Crypto. */
export function createSigner(secret: string): Signer {
  // The key itself is kept, not its promise, and only on first use: edge runtimes refuse asynchronous work outside
  // a request, and a promise begun in one request must not be awaited in another.
  let key: CryptoKey | undefined;
  return async (body, tail) => {
    key ??= await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    const mac = await crypto.subtle.sign('HMAC', key, await new Blob([body as BlobPart, tail]).arrayBuffer());
    return btoa(String.fromCharCode(...new Uint8Array(mac)));
  };
}
