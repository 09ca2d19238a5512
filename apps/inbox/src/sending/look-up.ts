import { setTimeout as wait } from 'node:timers/promises';
import { type ConversationClient, findSentMessage } from '@convapi/client';
import type { StoredMessage } from '../store/messages.ts';
import { describeSendError } from './describe-send-error.ts';
import { toMessageMetadata } from './message-metadata.ts';

/** How long a message that the service took may need to be found, as in the client's own `reconcile`. */
const SETTLE_MS = 1_000;

/** The service's id of a message that is there; `unknown` says in words why nobody can know; neither when it is not there. */
export interface LookedUp {
  found?: string;
  unknown?: string;
}

/** Asks the service whether it has a message that perhaps left. */
export function createLookUp(client: ConversationClient, appId: string) {
  return async ({ id, at }: StoredMessage): Promise<LookedUp> => {
    await wait(SETTLE_MS);
    const query = { app_id: appId, message_metadata: toMessageMetadata(id), sentAtMs: at.getTime() };
    try {
      const message = await findSentMessage(client, query);
      if (message === undefined) return {};
      return message.id ? { found: message.id } : { unknown: 'The service has it, but gives no id for it.' };
    } catch (error) {
      return { unknown: `It may have been sent, so it was not sent again. ${describeSendError(error).text}` };
    }
  };
}
