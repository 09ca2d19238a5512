import { createWebhookVerifier } from '@convapi/webhook-verifier';
import { createCallbackHandler } from './callbacks/create-callback-handler.ts';
import { openDatabase } from './database/open-database.ts';
import { createApp } from './http/create-app.ts';
import { checkOptions, type InboxLogger, type InboxOptions } from './inbox-options.ts';
import { createLiveHub } from './live-hub.ts';
import { createClient } from './sending/create-client.ts';
import { createSender } from './sending/create-sender.ts';
import { settleInterrupted } from './store/messages.ts';

/** A running inbox without a server around it. */
export interface Inbox {
  /** Answers a request: the page, its API, and `/webhook`. */
  fetch(request: Request): Promise<Response>;
  /** Ends live connections and closes the database. */
  close(): Promise<void>;
}

/**
 * An inbox as a fetch handler, to mount in a server of your own. `startInbox` brings a server along.
 *
 * @throws ConvapiError when an option is missing or wrong, or the database does not open.
 * @example
 * ```ts
 * import { createInbox } from '@convapi/inbox';
 *
 * const inbox = await createInbox({
 *   projectId: 'project-id', region: 'eu', keyId: 'key-id', keySecret: 'key-secret', appId: 'app-id', webhookSecrets: 'secret',
 * });
 * const page = await inbox.fetch(new Request('http://localhost/'));
 * ```
 */
export async function createInbox(options: InboxOptions): Promise<Inbox> {
  checkOptions(options);
  const { appId, webhookSecrets, dataDir, host, now = Date.now, logger = SILENT } = options;
  // What checks options comes before what opens things.
  const client = createClient(options);
  const verifier = createWebhookVerifier({ secrets: webhookSecrets, now });
  const hub = createLiveHub();
  const db = await openDatabase(dataDir);
  try {
    await settleInterrupted(db);
    const sender = createSender({ client, appId, db, hub, now });
    const onCallback = quietly(options.onCallback, logger);
    const webhook = createCallbackHandler({ db, hub, now, verifier, appId, logger, onCallback });
    const app = createApp({ db, hub, sender, webhook, host, logger });
    if (dataDir === undefined) logger.info('Conversations are kept in memory and are gone at the end. Name a data folder to keep them.');
    return {
      fetch: async (request) => app.fetch(request),
      async close() {
        hub.close();
        await db.close();
      },
    };
  } catch (error) {
    await db.close();
    throw error;
  }
}

const SILENT: InboxLogger = { info() {}, warn() {}, error() {} };

/** What a hook throws must not make the service send a callback again. */
function quietly(hook: InboxOptions['onCallback'], logger: InboxLogger): NonNullable<InboxOptions['onCallback']> {
  return (callback) => {
    try {
      hook?.(callback);
    } catch (error) {
      logger.error('onCallback failed.', error);
    }
  };
}
