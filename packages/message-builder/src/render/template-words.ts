/**
 * The words of a template that a channel keeps, as they were approved. `{{1}}` and `{{name}}` are filled from the `parameters` of the
 * message, as WhatsApp numbers and names them.
 */
export interface TemplateWords extends TemplateCardWords {
  /** The channel that keeps it. Default: any. */
  channel?: string | undefined;
  /** The message's `template_id`: on WhatsApp the name of the template. */
  templateId: string;
  /** Default: any language. */
  languageCode?: string | undefined;
  footer?: string | undefined;
  /** A row of cards under the body. */
  cards?: readonly TemplateCardWords[] | undefined;
}

/** The words of a template, or of one card of it. */
export interface TemplateCardWords {
  /** A text, or the kind of what the message's parameters put there. */
  header?: { text: string } | { media: 'image' | 'video' | 'document' } | { media: 'location' } | undefined;
  body?: string | undefined;
  buttons?: readonly TemplateButtonWords[] | undefined;
}

/** A button of a template. `url` may end in a placeholder. */
export interface TemplateButtonWords {
  type: 'quick_reply' | 'url' | 'phone_number' | 'copy_code' | 'flow' | 'other';
  text: string;
  url?: string | undefined;
  phoneNumber?: string | undefined;
}
