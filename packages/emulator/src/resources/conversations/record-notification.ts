import type { ConversationEvent, ConversationMessage } from '@convapi/core';
import type { Publish } from '../../news/index.ts';

/**
 * Tells an app that something it put in itself is stored. What the service uses the trigger for is not published: that it is this, and that a
 * message says the same as an event, are guesses.
 */
export function tellRecorded({ publish }: { publish: Publish }, appId: string, entity: ConversationMessage | ConversationEvent): void {
  publish({
    trigger: 'RECORD_NOTIFICATION',
    appId,
    lane: entity.contact_id ?? '',
    payload: {
      entity_id: entity.id,
      record_status: 'EVENT_RECORD_STORED',
      processing_mode: entity.processing_mode,
      channel_identity: entity.channel_identity,
      contact_id: entity.contact_id,
      conversation_id: entity.conversation_id,
    },
  });
}
