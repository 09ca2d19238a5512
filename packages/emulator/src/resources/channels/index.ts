/** The far side: addresses, handsets, how channels answer and what they remember. */
export { type ChannelAnswer, toReason } from './channel-answer.ts';
export { type ChannelAnswers, createChannelAnswers } from './channel-answers.ts';
export { type ChannelMemory, createChannelMemory } from './channel-memory.ts';
export type { ChannelOutage } from './channel-outage.ts';
export type { DeliveryHead, HandsetMessage, HandsetReaction, HandsetTyping } from './handset-message.ts';
export { createHandsetStore, type HandsetEntry, type HandsetStore, type HandsetStoreParts } from './handset-store.ts';
export { identityKey, isAppScoped, isPhoneChannel, isPhoneNumber, normalizeIdentity, PHONE_CHANNELS } from './identity.ts';
export { MAGIC_IDENTITIES, type MagicIdentity } from './magic-identities.ts';
export { noteOnHandset, noteTyping } from './note-on-handset.ts';
