import { ConvapiError, type Region } from '@convapi/core';
import type { InboxCallback } from './callbacks/create-callback-handler.ts';
import { checkAccessKey } from './data-folder/access-key.ts';
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
  /** Folder of the database, for one process at a time and for its owner only (0700). Default: in memory, gone at the end. */
  dataDir?: string | undefined;
  /**
   * What opens the page and its API: at least 22 random characters. Default: the key that `dataDir` keeps, made at the
   * first start; without a folder a new one each time.
   */
  accessKey?: string | undefined;
  /** Default: nothing is logged. */
  logger?: InboxLogger | undefined;
  /** Is told of each request to `/webhook`, when it is settled. What it throws is logged. */
  onCallback?: ((callback: InboxCallback) => void) | undefined;
  /** Makes the calls to the service. Default: the global `fetch`. */
  fetch?: typeof globalThis.fetch | undefined;
  /** Milliseconds since 1970. */
  now?: (() => number) | undefined;
}

const REQUIRED = ['projectId', 'region', 'keyId', 'keySecret', 'appId'] as const;

/** @throws ConvapiError naming the option that is missing or wrong. */
export function checkOptions(options: InboxOptions): void {
  for (const name of REQUIRED) {
    if (typeof options[name] !== 'string' || options[name] === '') {
      throw new ConvapiError(`[@convapi/inbox] \`${name}\` is missing. Copy it from the dashboard, or from what the emulator prints.`);
    }
  }
  if (options.accessKey !== undefined) checkAccessKey(options.accessKey, '`accessKey` (INBOX_KEY)');
}
