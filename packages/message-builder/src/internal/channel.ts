import type { ConversationChannel } from '@convapi/core';

/** A channel that a message can be sent on. */
export type Channel = Exclude<ConversationChannel, 'CHANNEL_UNSPECIFIED'>;
