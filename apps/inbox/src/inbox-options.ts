import { ConvapiError, type Region } from '@convapi/core';
import type { InboxCallback } from './callbacks/inbox-callback.ts';
import type { InboxLogger } from './inbox-logger.ts';

/** Options of `createInbox`. */
export interface InboxOptions {
  /** The project, a UUID from the dashboard. */
  projectId: string;
  /** Region of the app: `us`, `eu` or `br`. */
  region: Region;
  /** Id of the access key. */
  keyId: string;
  /** Secret of the access key. */
  keySecret: string;
  /** The app whose conversations are shown. */
  appId: string;
  /** Secret of the app's webhook; several during a rotation. */
  webhookSecrets: string | readonly string[];
  /** One address in place of all hosts of the service, e.g. that of the emulator. */
  baseUrl?: string | undefined;
  /** Token endpoint in place of the service's. */
  tokenUrl?: string | undefined;
  /**
   * A PostgreSQL server, as `postgres://user:password@host:5432/database`. Several inboxes may share it: they are copies of one.
   * Default: PostgreSQL inside this process.
   */
  databaseUrl?: string | undefined;
  /**
   * Folder of the PostgreSQL inside this process, for one process at a time and for its owner only (0700). Default: in
   * memory, gone at the end.
   */
  dataDir?: string | undefined;
  /**
   * The address under which people and channels reach the inbox, such as `https://inbox.example.com`. With `https` the
   * cookie is kept to HTTPS. Default: that of the request, and no channel is expected to fetch files from it.
   */
  publicUrl?: string | undefined;
  /** Does a proxy stand in front, whose last `x-forwarded-for` tells where a request comes from? Default `false`. */
  trustProxy?: boolean | undefined;
  /** After how many days messages and files are deleted. Default: never. */
  retentionDays?: number | undefined;
  /** Sends per second of the app, over all copies. Default 20, the rate at which the service drains the queue of an app. */
  sendsPerSecond?: number | undefined;
  /**
   * Waits before further tries of a send that did not, or perhaps did not, leave, in milliseconds; after the last a person decides.
   * Default 1 s, 4 s, 15 s and 60 s.
   */
  sendRetriesMs?: readonly number[] | undefined;
  /** After how long without news a send of a copy that was killed is taken over, in milliseconds. Default 75 000, at least 2 000. */
  sendLeaseMs?: number | undefined;
  /** Opens `/metrics` to whoever sends it as a bearer token. Default: `/metrics` is for admins. */
  metricsToken?: string | undefined;
  /** Default: nothing is logged. */
  logger?: InboxLogger | undefined;
  /** Is told of each request to `/webhook`, when it is settled. What it throws is logged. */
  onCallback?: ((callback: InboxCallback) => void) | undefined;
  /** Makes the calls to the service. Default: the client's own way. */
  fetch?: typeof globalThis.fetch | undefined;
  /** Milliseconds since 1970. */
  now?: (() => number) | undefined;
}

const REQUIRED = ['projectId', 'region', 'keyId', 'keySecret', 'appId'] as const;
const MIN_LEASE_MS = 2_000;

/** @throws ConvapiError naming the option that is missing or wrong. */
export function checkOptions(options: InboxOptions): void {
  for (const name of REQUIRED) {
    if (typeof options[name] !== 'string' || options[name] === '') {
      throw new ConvapiError(`[@convapi/inbox] \`${name}\` is missing. Copy it from the dashboard, or from what the emulator prints.`);
    }
  }
  const { databaseUrl, dataDir, publicUrl, retentionDays, sendsPerSecond, sendLeaseMs = MIN_LEASE_MS } = options;
  if (databaseUrl !== undefined && dataDir !== undefined) {
    throw new ConvapiError(
      '[@convapi/inbox] `databaseUrl` (DATABASE_URL) and `dataDir` (INBOX_DATA) are both set. Set one: conversations are kept in one place.',
    );
  }
  if (databaseUrl !== undefined && !/^postgres(?:ql)?:\/\//.test(databaseUrl)) {
    throw new ConvapiError('[@convapi/inbox] `databaseUrl` (DATABASE_URL) does not begin with postgres://.');
  }
  if (publicUrl !== undefined && !isOrigin(publicUrl)) {
    throw new ConvapiError('[@convapi/inbox] `publicUrl` (INBOX_URL) is not an address without a path, such as https://inbox.example.com.');
  }
  for (const [name, value] of Object.entries({ retentionDays, sendsPerSecond })) {
    if (value !== undefined && !(value > 0)) throw new ConvapiError(`[@convapi/inbox] \`${name}\` is ${value}. Use a number above 0.`);
  }
  if (!(sendLeaseMs >= MIN_LEASE_MS))
    throw new ConvapiError(`[@convapi/inbox] \`sendLeaseMs\` is ${sendLeaseMs}. Use at least ${MIN_LEASE_MS}.`);
}

function isOrigin(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) && new URL(value).origin === value;
}
