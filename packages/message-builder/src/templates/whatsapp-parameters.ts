/** A file in the header of a WhatsApp template. */
export interface WhatsAppHeaderMedia {
  /** Public URL of the file. */
  link: string;
  /** Name that a document is shown under. */
  filename?: string | undefined;
  /** Name of the media provider that holds the credentials for the URL. */
  provider?: string | undefined;
}

/** What fills one WhatsApp button: the payload of a quick reply, or the end of a link. */
export type WhatsAppButton = { quickReply: string } | { url: string };

/** What fills the placeholders of a WhatsApp template. */
export interface WhatsAppParameters {
  /** Text or file of the header. */
  header?: string | { image: WhatsAppHeaderMedia } | { video: WhatsAppHeaderMedia } | { document: WhatsAppHeaderMedia } | undefined;
  /** Texts of the body, in the order of their placeholders. */
  body?: readonly string[] | undefined;
  /** The buttons in order; `undefined` for one without a placeholder. A quick reply needs an entry, which may be empty. */
  buttons?: readonly (WhatsAppButton | undefined)[] | undefined;
}

/**
 * The `parameters` of a WhatsApp template, with the keys that the service wants: `body[1]text`, `button[0]url[1]text` and so on.
 *
 * @example
 * ```ts
 * import { template, whatsappParameters } from '@convapi/message-builder';
 *
 * const message = template({
 *   channels: {
 *     WHATSAPP: {
 *       template_id: 'order_sent',
 *       language_code: 'en_US',
 *       parameters: whatsappParameters({
 *         header: { image: { link: 'https://example.com/parcel.jpg' } },
 *         body: ['Ada', '17'],
 *         buttons: [{ quickReply: 'stop' }, { url: 'orders/17' }],
 *       }),
 *     },
 *   },
 * });
 * ```
 */
export function whatsappParameters({ header, body, buttons }: WhatsAppParameters): { [key: string]: string } {
  const parameters: { [key: string]: string } = {};
  if (typeof header === 'string') parameters['header[1]text'] = header;
  else if (header !== undefined) addHeaderMedia(parameters, header);
  body?.forEach((text, at) => {
    parameters[`body[${at + 1}]text`] = text;
  });
  buttons?.forEach((button, at) => {
    if (button === undefined) return;
    if ('url' in button) parameters[`button[${at}]url[1]text`] = button.url;
    else parameters[`button[${at}]quick_reply[1]payload`] = button.quickReply;
  });
  return parameters;
}

function addHeaderMedia(parameters: { [key: string]: string }, header: { [kind: string]: WhatsAppHeaderMedia | undefined }): void {
  for (const kind of ['image', 'video', 'document']) {
    const media = header[kind];
    if (media === undefined) continue;
    parameters[`header[1]${kind}.link`] = media.link;
    if (media.filename !== undefined) parameters[`header[1]${kind}.filename`] = media.filename;
    if (media.provider !== undefined) parameters[`header[1]${kind}.provider.name`] = media.provider;
  }
}

/** Is it a key that WhatsApp templates are known to take? */
export function isWhatsAppParameter(key: string): boolean {
  return /^(body\[\d+\]text|header\[\d+\](text|(image|video|document)\.(link|filename|provider\.name))|button\[\d+\](quick_reply\[\d+\]payload|url\[\d+\]text))$/.test(
    key,
  );
}
