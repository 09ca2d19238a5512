import { AuthError } from '@convapi/core';

/** An access key of the dashboard. */
export interface AccessKey {
  /** Key id, the user name. */
  keyId: string;
  /** Key secret, the password. Shown once, when the key is made. */
  keySecret: string;
}

/** @throws AuthError naming the part that is missing; never its value. */
export function checkKey({ keyId, keySecret }: AccessKey): void {
  for (const [name, value] of Object.entries({ keyId, keySecret })) {
    if (typeof value !== 'string' || value === '') {
      throw new AuthError(`[@convapi/auth] ${name} is missing. Create an access key in the dashboard and pass its id and secret.`);
    }
  }
}
