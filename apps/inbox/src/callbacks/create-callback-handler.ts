import { AsyncLocalStorage } from 'node:async_hooks';
import type { WebhookEvent } from '@convapi/core';
import { createWebhookHandler, type WebhookHandler, type WebhookVerifier } from '@convapi/webhook-verifier';
import type { Database } from '../database/database.ts';
import { isDatabaseAway, plainError, refusedData } from '../database/errors.ts';
import type { InboxLogger } from '../inbox-logger.ts';
import type { InboxCallback } from './inbox-callback.ts';
import { takeCallback } from './take-callback.ts';

/** Options of {@link createCallbackHandler}. */
export interface CallbackHandlerOptions {
  db: Database;
  /** Milliseconds since 1970. */
  now(): number;
  appId: string;
  verifier: WebhookVerifier;
  logger: InboxLogger;
  onCallback: (callback: InboxCallback) => void;
}

/**
 * The fetch handler behind `/webhook`: verifies, stores, then answers. What could not be stored answers 500 and comes
 * again; what the database will never take answers 400, so that it does not come again for ever.
 */
export function createCallbackHandler(options: CallbackHandlerOptions): WebhookHandler {
  const { db, now, verifier, appId, logger, onCallback } = options;
  // Leads from the function that stores back to the request, whose answer the handler gives.
  const requests = new AsyncLocalStorage<{ refusal?: string }>();
  const refuse = (reason: Extract<InboxCallback, { outcome: 'refused' }>['reason'], message: string) => {
    logger.warn(`Refused a callback (${reason}): ${message}`);
    onCallback({ outcome: 'refused', reason, message });
  };
  const handler = createWebhookHandler(
    verifier,
    {
      default: async (event) => {
        try {
          const stored = isOurs(event, appId, logger) && (await takeCallback(db, now, event));
          onCallback({ outcome: 'verified', event, stored });
        } catch (error) {
          const request = requests.getStore();
          const refused = refusedData(error);
          if (!request || !refused) throw plainError(error);
          request.refusal = refused.message;
          refuse('data_refused', refused.message);
        }
      },
    },
    {
      onRefused: ({ reason, message }) => refuse(reason, message),
      onError: (error) => {
        if (isDatabaseAway(error))
          logger.warn('A callback could not be stored, because the database is away; the service will send it again.');
        else logger.error('A callback could not be stored; the service will send it again.', error);
      },
    },
  );
  return async (request) => {
    const state: { refusal?: string } = {};
    const response = await requests.run(state, () => handler(request));
    if (state.refusal === undefined) return response;
    return Response.json({ reason: 'data_refused', message: state.refusal }, { status: 400 });
  };
}

/** Apps of a project may share an address and a secret; answers could not be sent on behalf of another app. */
function isOurs({ app_id: id = '', trigger }: WebhookEvent, appId: string, logger: InboxLogger): boolean {
  if (id === '' || id === appId) return true;
  logger.warn(`Left out a ${trigger} callback of app ${id}: this inbox is for app ${appId}.`);
  return false;
}
