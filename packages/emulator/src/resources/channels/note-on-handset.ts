import type { AppEvent, ChannelIdentity, ContactEvent, ContactMessageEvent } from '@convapi/core';
import type { HandsetStore } from './handset-store.ts';

/** What the handset itself shows of an event of the contact: that somebody types, or an emoji on a message. */
export function noteOnHandset(
  handsets: HandsetStore,
  appId: string,
  { channel, identity }: ChannelIdentity,
  content: { contact_event?: ContactEvent; contact_message_event?: ContactMessageEvent },
): void {
  if (content.contact_event) noteTyping(handsets, appId, { channel, identity }, content.contact_event, 'contact');
  const { emoji, action, message_id: id } = content.contact_message_event?.reaction_event ?? {};
  if (id === undefined) return;
  const shown = handsets.of(channel, identity).findLast((entry) => entry.shown.message_id === id)?.shown;
  if (shown) handsets.react(shown, 'contact', action === 'REACTION_ACTION_UNREACT' ? undefined : emoji);
}

/** Events that have nothing to do with typing leave it as it is. */
export function noteTyping(
  handsets: HandsetStore,
  appId: string,
  { channel, identity }: Pick<ChannelIdentity, 'channel' | 'identity'>,
  event: ContactEvent | AppEvent,
  from: 'contact' | 'app',
): void {
  const isTyping = Object.hasOwn(event, 'composing_event');
  if (isTyping || Object.hasOwn(event, 'composing_end_event')) handsets.setTyping(channel, identity, { from, app_id: appId }, isTyping);
}
