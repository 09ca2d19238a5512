import { need } from '../internal/need.ts';
import { refuse } from '../internal/refuse.ts';
import { type Fields, toWire } from '../internal/to-wire.ts';

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

interface Parameters {
  [key: string]: string;
}

const FIELDS: Fields<WhatsAppParameters, Parameters> = {
  header(parameters, header, path) {
    if (typeof header === 'string') parameters['header[1]text'] = header;
    else addHeaderMedia(parameters, need(path, header, 'object', 'a text or an object'), path);
  },
  body(parameters, texts, path) {
    for (const [at, text] of need(path, texts, 'list').entries()) parameters[`body[${at + 1}]text`] = need(`${path}[${at}]`, text);
  },
  buttons(parameters, buttons, path) {
    for (const [at, button] of need(path, buttons, 'list').entries()) {
      if (button !== undefined) addButton(parameters, button, at, `${path}[${at}]`);
    }
  },
};

/**
 * The `parameters` of a WhatsApp template, with the keys that the service wants: `body[1]text`, `button[0]url[1]text` and so on.
 *
 * @throws {@link MessageError} when it is given what its types forbid.
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
export function whatsappParameters(options: WhatsAppParameters): { [key: string]: string } {
  return toWire<WhatsAppParameters, Parameters>('whatsappParameters', options, FIELDS, {});
}

function addButton(parameters: Parameters, button: WhatsAppButton, at: number, path: string): void {
  need(path, button, 'object', 'an object with url or quickReply');
  if ('url' in button) parameters[`button[${at}]url[1]text`] = need(`${path}.url`, button.url);
  else parameters[`button[${at}]quick_reply[1]payload`] = need(`${path}.quickReply`, button.quickReply);
}

function addHeaderMedia(parameters: Parameters, header: { [kind: string]: WhatsAppHeaderMedia | undefined }, path: string): void {
  const kind = ['image', 'video', 'document'].find((one) => header[one] !== undefined);
  if (kind === undefined) refuse(path, 'has no file', 'Pass an object with image, video or document.');
  const { link, filename, provider } = need(`${path}.${kind}`, header[kind] as WhatsAppHeaderMedia, 'object', 'an object with link');
  parameters[`header[1]${kind}.link`] = need(`${path}.${kind}.link`, link);
  if (filename !== undefined) parameters[`header[1]${kind}.filename`] = need(`${path}.${kind}.filename`, filename);
  if (provider !== undefined) parameters[`header[1]${kind}.provider.name`] = need(`${path}.${kind}.provider`, provider);
}

/** Is it a key that WhatsApp templates are known to take? */
export function isWhatsAppParameter(key: string): boolean {
  return /^(body\[\d+\]text|header\[\d+\](text|(image|video|document)\.(link|filename|provider\.name))|button\[\d+\](quick_reply\[\d+\]payload|url\[\d+\]text))$/.test(
    key,
  );
}
