export { type ChannelLook, lookOf } from './channel-look.ts';
export type { IconName } from './icons/icon.tsx';
export type { MediaUrl } from './internal/phone-context.ts';
export { MessageView, type MessageViewProps } from './phone/message-view.tsx';
export { Phone, type PhoneProps } from './phone/phone.tsx';
export type { PhoneAction } from './phone/phone-composer.tsx';
export type { EntryReaction, EntryStatus, PhoneCallbacks, Tap, ThreadEntry } from './thread-entry.ts';
