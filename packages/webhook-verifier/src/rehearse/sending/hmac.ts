/** Hashes that a faulty receiver may take in place of SHA-256. */
export type Hash = 'SHA-1' | 'SHA-256' | 'SHA-512';

/** An HMAC, for signatures that are wrong on purpose: right ones come from `signWebhook`. */
export async function hmac(hash: Hash, key: string | Uint8Array<ArrayBuffer>, text: string): Promise<Uint8Array> {
  const bytes = typeof key === 'string' ? new TextEncoder().encode(key) : key;
  const imported = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, new TextEncoder().encode(text)));
}

export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

export function toHex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What lenient decoders make of a text that is no base64: foreign characters are skipped. `undefined` when nothing is left. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const [digits = ''] = text.replaceAll('-', '+').replaceAll('_', '/').split('=');
  const known = digits.replaceAll(/[^A-Za-z0-9+/]/g, '');
  // One digit over holds less than a byte.
  const whole = known.length % 4 === 1 ? known.slice(0, -1) : known;
  return whole === '' ? undefined : Uint8Array.from(atob(whole), (char) => char.charCodeAt(0));
}
