import { AuthError } from '@convapi/core';

/** An access key of the dashboard. */
export interface AccessKey {
  /** Key id, the user name. */
  keyId: string;
  /** Key secret, the password. Shown once, when the key is made. */
  keySecret: string;
}

/** @throws {@link AuthError} naming the part that is missing or was not copied cleanly; never its value. */
export function checkKey(key: AccessKey | undefined): void {
  for (const name of ['keyId', 'keySecret'] as const) {
    const value: unknown = key?.[name];
    if (typeof value !== 'string' || value === '') {
      throw new AuthError(`[@convapi/auth] ${name} is missing. Create an access key in the dashboard and pass its id and secret.`);
    }
    const flaw = flawOf(value);
    if (flaw !== undefined) throw new AuthError(`[@convapi/auth] ${name} has ${flaw}. Copy it again, or trim what you read it from.`);
  }
}

/** What of a key or token cannot be meant, in words; nothing when it is clean. */
export function flawOf(value: string): string | undefined {
  if (value !== value.trim()) return 'white space around it';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return /[\u0000-\u001f\u007f]/.test(value) ? 'a line break or another control character in it' : undefined;
}
