import type { AppMessage, ContactMessage, ContactMessageEvent, V1TemplateTranslation, V2TemplateTranslation } from '@convapi/core';
import type { RenderedSender } from './rendered-message.ts';
import type { RenderedMedia } from './rendered-part.ts';
import type { TemplateWords } from './template-words.ts';

/** An entry of a conversation, as the API returns it and callbacks bring it: the app's message, the contact's, or a reaction. */
export type ConversationEntry =
  | { readonly app_message: AppMessage }
  | { readonly contact_message: ContactMessage }
  | { readonly contact_message_event: ContactMessageEvent };

/** What is known of a file beside its URL. */
export type FileFacts = Pick<RenderedMedia, 'mimeType' | 'bytes' | 'width' | 'height' | 'durationSeconds' | 'alt'>;

/** What {@link render} can know beside the message. */
export interface RenderOptions {
  /** The stored translation that the omni template of the message refers to: its placeholders are filled with the message's parameters. */
  translation?: V2TemplateTranslation | V1TemplateTranslation | undefined;
  /** The words of templates that channels keep, such as WhatsApp's. */
  templates?: readonly TemplateWords[] | undefined;
  /** `channel_properties` of the send: senders, link previews and the orientation of RCS cards. */
  properties?: Readonly<Record<string, string | undefined>> | undefined;
  /** Who writes, as the channel knows them: the brand, or the contact of a contact's message. */
  sender?: Pick<RenderedSender, 'name' | 'pictureUrl' | 'verified'> | undefined;
  /** What is known of files, by URL. */
  files?: Readonly<Record<string, FileFacts>> | undefined;
  /** Earlier messages by id: the words of a quote, and the caption of a choice that was tapped. */
  earlier?: Readonly<Record<string, ConversationEntry | AppMessage>> | undefined;
}
