import { createHash } from 'node:crypto';
import type { WebhookEvent } from '@convapi/core';
import type { Database } from '../database/database.ts';
import { callbacks } from '../database/schema.ts';
import { transact } from '../database/transact.ts';
import type { CallbackContext } from './callback-context.ts';
import { takeConsent } from './take-consent.ts';
import { takeContact, takeMerge } from './take-contact.ts';
import { takeDelivery } from './take-delivery.ts';
import { takeEvent, takeInbound, takeRedaction, takeUnsupported } from './take-inbound.ts';
import { takeSubmit } from './take-submit.ts';

/**
 * Keeps what a callback brings, together with the callback itself: when it comes again, at whichever copy of the inbox, it has no
 * effect. False when it brought nothing new.
 */
export async function takeCallback(db: Database, now: () => number, event: WebhookEvent): Promise<boolean> {
  const hash = createHash('sha256').update(JSON.stringify(event)).digest('base64');
  return transact(db, async (tx) => {
    const first = await tx.insert(callbacks).values({ hash }).onConflictDoNothing().returning({ hash: callbacks.hash });
    return first.length > 0 && take({ tx, now }, event);
  });
}

async function take(context: CallbackContext, event: WebhookEvent): Promise<boolean> {
  switch (event.trigger) {
    case 'MESSAGE_INBOUND':
      return takeInbound(context, event);
    case 'MESSAGE_INBOUND_SMART_CONVERSATION_REDACTION':
      return takeRedaction(context, event);
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
    case 'OPT_IN':
      return takeConsent(context, event.opt_in_notification, 'OPT_IN_SUCCEEDED', event.event_time);
    case 'OPT_OUT':
      return takeConsent(context, event.opt_out_notification, 'OPT_OUT_SUCCEEDED', event.event_time);
    default:
      return false;
  }
}
