import type { Authenticator } from '@convapi/auth';
import type { FetchLike, Region } from '@convapi/core';
import type { DriftSentinel } from '@convapi/core/drift';
import type { ClientHooks } from './hooks.ts';
import type { ClientLogger } from './logging-hooks.ts';
import type { RetryOptions } from './retry-options.ts';
import type { RateLimiter } from './steps/with-rate-limit.ts';
import type { Transport } from './transport/transport.ts';

/** Options of `createConversationClient`. */
export interface ConversationClientOptions {
  /** The project, a UUID from the dashboard. */
  projectId: string;
  /** Region of your apps: `us`, `eu` or `br`. A wrong one answers 404 to everything. */
  region: Region;
  /** Credentials: `clientCredentials`, `basicAuth` or `bearerToken` of `@convapi/auth`. Their requests go out like the calls. */
  auth: Authenticator;
  /** One address in place of all hosts, e.g. that of the emulator; batch operations go to `/batch` below it. */
  baseUrl?: string | undefined;
  /** What carries the requests. Default: node:http(s) on Node, the global `fetch` elsewhere. */
  transport?: Transport | undefined;
  /** A `fetch` to carry the requests, in place of `transport`: any function of that shape. */
  fetch?: FetchLike | undefined;
  /** When calls are tried again; `false` for never. */
  retry?: RetryOptions | false | undefined;
  /** Milliseconds until an attempt fails with a `TimeoutError`. Default 30 000; `0` means no limit. */
  timeoutMs?: number | undefined;
  /** Milliseconds until a call fails with a `TimeoutError`, every attempt and wait together. Default `0`: no limit. */
  deadlineMs?: number | undefined;
  /** Longest answer that is read, in bytes after decompression; a longer one fails with a `ConnectionError`. Default 32 MiB. */
  maxResponseBytes?: number | undefined;
  /** Keeps calls below the limits of the service; see `createRateLimiter`. Default: none. */
  rateLimiter?: RateLimiter | undefined;
  /** Is told what the client does: answers at `debug`, retries and failures at `warn`. Never texts, tokens or secrets. */
  logger?: ClientLogger | undefined;
  /** Functions that watch every attempt. */
  hooks?: ClientHooks | undefined;
  /** Notes what answers hold and these types do not know: `driftSentinel` of `@convapi/core/drift`. What it throws is dropped. */
  drift?: Pick<DriftSentinel, 'answer'> | undefined;
  /** Milliseconds since 1970. */
  now?: (() => number) | undefined;
  /** A number from 0 to 1, for the jitter of retries. */
  random?: (() => number) | undefined;
  /** Waits between attempts; must reject with the signal's reason when that fires. */
  sleep?: ((ms: number, signal?: AbortSignal) => Promise<void>) | undefined;
}
