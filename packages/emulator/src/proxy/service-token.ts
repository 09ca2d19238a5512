import { EmulatorError } from '../emulator-error.ts';
import type { ProxyOptions, ServiceHosts } from './proxy-options.ts';

/** The access token of the real project. */
export interface ServiceToken {
  /** @throws {@link EmulatorError} when the service gives none */
  get(): Promise<string>;
  /** Forgets it, for a call that was refused with it. */
  drop(): void;
}

/** Renewed so long before it ends, in milliseconds. */
const MARGIN_MS = 60_000;
const TIMEOUT_MS = 30_000;

export function createServiceToken({ keyId, keySecret }: ProxyOptions, hosts: ServiceHosts, now: () => number): ServiceToken {
  let current: { token: Promise<string>; expiresMs: number } | undefined;

  async function request(): Promise<string> {
    const response = await fetch(hosts.token, {
      method: 'POST',
      redirect: 'manual',
      headers: { authorization: `Basic ${Buffer.from(`${keyId}:${keySecret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok)
      throw new EmulatorError(`The token endpoint of the service answered ${response.status}. Check key id and key secret.`);
    const { access_token: token, expires_in: seconds = 0 } = (await response.json()) as { access_token?: string; expires_in?: number };
    if (!token) throw new EmulatorError('The token endpoint of the service gave no token. Check key id and key secret.');
    if (current) current.expiresMs = now() + seconds * 1000 - MARGIN_MS;
    return token;
  }

  return {
    get() {
      if (current && current.expiresMs > now()) return current.token;
      // Kept at once, so that calls that go out together share one request.
      const token = request();
      current = { token, expiresMs: Number.POSITIVE_INFINITY };
      token.catch(() => {
        current = undefined;
      });
      return token;
    },
    drop() {
      current = undefined;
    },
  };
}
