import { createWebhookVerifier } from '@convapi/webhook-verifier';
import { createCallbackHandler } from './callbacks/create-callback-handler.ts';
import { takeAccessKey } from './data-folder/access-key.ts';
import type { DataFolder } from './data-folder/data-folder.ts';
import { openDatabase } from './database/open-database.ts';
import { createApp } from './http/create-app.ts';
import { type InboxLogger, SILENT } from './inbox-logger.ts';
import { checkOptions, type InboxOptions } from './inbox-options.ts';
import { createLiveHub } from './live-hub.ts';
import { createClient } from './sending/create-client.ts';
import { createSender } from './sending/create-sender.ts';
import { settleInterrupted } from './store/messages.ts';

/** A running inbox without a server around it. */
export interface Inbox {
  /** Answers a request: the page, its API, and `/webhook`. */
  fetch(request: Request): Promise<Response>;
  /** Opens the page and its API: `/?key=…` leaves a cookie that lets the browser in. */
  accessKey: string;
  /** Ends live connections, closes the database and lets its folder go. */
  close(): Promise<void>;
}

/**
 * Checks the options, and opens nothing yet; the function given back opens the inbox in a folder that was claimed, and
 * lets go of the folder when it closes, also when it does not open.
 *
 * @throws ConvapiError when an option is missing or wrong.
 */
export function prepareInbox(options: InboxOptions): (folder: DataFolder | undefined) => Promise<Inbox> {
  checkOptions(options);
  const { appId, webhookSecrets, now = Date.now, logger = SILENT } = options;
  const client = createClient(options);
  const verifier = createWebhookVerifier({ secrets: webhookSecrets, now });
  return (folder) => orRelease(folder, () => open(folder));

  async function open(folder: DataFolder | undefined): Promise<Inbox> {
    const accessKey = await takeAccessKey(options.accessKey, folder);
    const hub = createLiveHub();
    const db = await openDatabase(folder?.path);
    try {
      await settleInterrupted(db);
      const sender = createSender({ client, appId, db, hub, now });
      const onCallback = quietly(options.onCallback, logger);
      const webhook = createCallbackHandler({ db, hub, now, verifier, appId, logger, onCallback });
      const app = createApp({ db, hub, sender, webhook, accessKey, logger });
      if (folder === undefined) logger.info('Conversations are kept in memory and are gone at the end. Name a data folder to keep them.');
      return {
        fetch: async (request) => app.fetch(request),
        accessKey,
        async close() {
          hub.close();
          try {
            await db.close();
          } finally {
            await folder?.release();
          }
        },
      };
    } catch (error) {
      await db.close();
      throw error;
    }
  }
}

async function orRelease<T>(folder: DataFolder | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await folder?.release();
    throw error;
  }
}

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
