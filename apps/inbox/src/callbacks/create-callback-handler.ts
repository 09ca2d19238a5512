import { AsyncLocalStorage } from 'node:async_hooks';
import type { WebhookEvent } from '@convapi/core';
import { createWebhookHandler, type WebhookHandler, type WebhookRefusalReason, type WebhookVerifier } from '@convapi/webhook-verifier';
import { isRefusedData } from '../database/is-refused-data.ts';
import type { InboxLogger } from '../inbox-logger.ts';
import type { CallbackContext } from './callback-context.ts';
import { takeContact, takeMerge } from './take-contact.ts';
import { takeDelivery } from './take-delivery.ts';
import { takeEvent, takeInbound, takeUnsupported } from './take-inbound.ts';
import { takeSubmit } from './take-submit.ts';

/** What became of a request to `/webhook`. */
export type InboxCallback =
  | {
      outcome: 'verified';
      /** The callback; `event.trigger` names its kind. */
      event: WebhookEvent;
      /** Did it bring something new? `false` for repetitions and for kinds that the inbox does not show. */
      stored: boolean;
    }
  | {
      outcome: 'refused';
      /** Why; `replayed` for a repetition of a callback that was taken, `data_refused` for what the database does not take. */
      reason: WebhookRefusalReason | 'data_refused';
      /** The same in words. */
      message: string;
    };

/** Options of {@link createCallbackHandler}. */
export interface CallbackHandlerOptions extends CallbackContext {
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
  const { verifier, appId, logger, onCallback } = options;
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
          const stored = isOurs(event, appId, logger) && (await take(options, event));
          onCallback({ outcome: 'verified', event, stored });
        } catch (error) {
          const request = requests.getStore();
          if (!request || !isRefusedData(error)) throw error;
          request.refusal = error.message;
          refuse('data_refused', error.message);
        }
      },
    },
    {
      onRefused: ({ reason, message }) => refuse(reason, message),
      onError: (error) => logger.error('A callback could not be stored; the service will send it again.', error),
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

async function take(context: CallbackContext, event: WebhookEvent): Promise<boolean> {
  switch (event.trigger) {
    case 'MESSAGE_INBOUND':
      return takeInbound(context, event);
    case 'EVENT_INBOUND':
      return takeEvent(context, event);
    case 'MESSAGE_SUBMIT':
      return takeSubmit(context, event);
    case 'MESSAGE_DELIVERY':
      return takeDelivery(context, event);
    case 'UNSUPPORTED':
      return takeUnsupported(context, event);
    case 'CONTACT_CREATE':
      return takeContact(context, event.contact_create_notification.contact);
    case 'CONTACT_UPDATE':
      return takeContact(context, event.contact_update_notification.contact);
    case 'CONTACT_MERGE':
      return takeMerge(context, event);
    default:
      return false;
  }
}
