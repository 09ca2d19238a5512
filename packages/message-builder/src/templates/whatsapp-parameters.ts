import { TEMPLATE_BUTTONS_MAX, TEMPLATE_CARDS_MAX } from '../generated/numbers.ts';
import { isDate, kindOf } from '../internal/kind-of.ts';
import { need } from '../internal/need.ts';
import { refuse } from '../internal/refuse.ts';
import { type Fields, toWire, toWireWith } from '../internal/to-wire.ts';

/** A file in the header of a WhatsApp template. */
export interface WhatsAppHeaderMedia {
  /** Public URL of the file. */
  link: string;
  /** Name that a document is shown under. */
  filename?: string | undefined;
  /** Name of the media provider that holds the credentials for the URL. */
  provider?: string | undefined;
}

/** A place in the header of a WhatsApp template. */
export interface WhatsAppHeaderLocation {
  /** Degrees north, -90 to 90. */
  latitude: number;
  /** Degrees east, -180 to 180. */
  longitude: number;
  name?: string | undefined;
  address?: string | undefined;
}

/** What fills the header of a WhatsApp template: its text, a file, or a place. */
export type WhatsAppHeaderValue =
  | string
  | { image: WhatsAppHeaderMedia }
  | { video: WhatsAppHeaderMedia }
  | { document: WhatsAppHeaderMedia }
  | { location: WhatsAppHeaderLocation };

/** What a button that opens a flow starts it with. */
export interface WhatsAppFlowStart {
  /** Your own token for this use of the flow. Default `unused`, as WhatsApp has it. */
  token?: string | undefined;
  /** Input for the first screen. */
  data?: { readonly [key: string]: unknown } | undefined;
}

/** What fills one WhatsApp button: the payload of a quick reply, the end of a link, the code to copy, or the start of a flow. */
export type WhatsAppButton = { quickReply: string } | { url: string } | { copyCode: string } | { flow: WhatsAppFlowStart };

/** Texts of a body: in the order of `{{1}}`, `{{2}}`, or by the names of `{{name}}`. */
export type WhatsAppValues = readonly string[] | { readonly [name: string]: string };

/** What fills the placeholders of one card of a WhatsApp template. */
export interface WhatsAppCardParameters {
  /** Text, file or place of the header. */
  header?: WhatsAppHeaderValue | undefined;
  /** Texts of the body. */
  body?: WhatsAppValues | undefined;
  /** Up to ten buttons in order; `undefined` for one without a placeholder. A quick reply needs an entry, which may be empty. */
  buttons?: readonly (WhatsAppButton | undefined)[] | undefined;
}

/** What fills the placeholders of a WhatsApp template. */
export interface WhatsAppParameters extends WhatsAppCardParameters {
  /** Up to ten cards of a carousel, in order. */
  cards?: readonly WhatsAppCardParameters[] | undefined;
}

/** The parameters so far, and what stands before the keys of a card. */
interface Filled {
  parameters: { [key: string]: string };
  prefix: string;
}

const CARD_FIELDS: Fields<WhatsAppCardParameters, Filled> = {
  header(filled, header, path) {
    if (typeof header === 'string') put(filled, 'header[1]text', header);
    else addHeader(filled, need(path, header, 'object', 'a text or an object'), path);
  },
  body(filled, values, path) {
    addValues(filled, values, path);
  },
  buttons(filled, buttons, path) {
    if (need(path, buttons, 'list').length > TEMPLATE_BUTTONS_MAX)
      refuse(path, `has ${buttons.length} buttons, more than ${TEMPLATE_BUTTONS_MAX}`, 'Shorten it.');
    for (const [at, button] of buttons.entries()) if (button !== undefined) addButton(filled, button, at, `${path}[${at}]`);
  },
};

// Put together from another table: marked pure, so that bundlers drop it where nobody uses it.
const FIELDS = /* @__PURE__ */ ((): Fields<WhatsAppParameters, Filled> => ({
  ...CARD_FIELDS,
  cards({ parameters }, cards, path) {
    if (need(path, cards, 'list').length > TEMPLATE_CARDS_MAX)
      refuse(path, `has ${cards.length} cards, more than ${TEMPLATE_CARDS_MAX}`, 'Shorten it.');
    for (const [at, card] of cards.entries()) toWire(`${path}[${at}]`, card, CARD_FIELDS, { parameters, prefix: `carousel[${at}]` });
  },
}))();

const LOCATION_FIELDS: Fields<WhatsAppHeaderLocation, Filled> = {
  latitude(filled, degrees, path) {
    put(filled, 'header[1]location.latitude', String(need(path, degrees, 'number')));
  },
  longitude(filled, degrees, path) {
    put(filled, 'header[1]location.longitude', String(need(path, degrees, 'number')));
  },
  name(filled, name, path) {
    put(filled, 'header[1]location.name', need(path, name));
  },
  address(filled, address, path) {
    put(filled, 'header[1]location.address', need(path, address));
  },
};

/**
 * The `parameters` of a WhatsApp template, with the keys that the service wants: `body[1]text`, `button[0]url[1]text`,
 * `carousel[0]header[1]image.link` and so on. With the approved words at hand, take `whatsappTemplate`.
 *
 * @throws {@link MessageError} when it is given what its types forbid, and for more than ten buttons or cards.
 *
 * @example
 * ```ts
 * import { template, whatsappParameters } from '@convapi/message-builder';
 *
 * const message = template({
 *   channels: {
 *     WHATSAPP: {
 *       templateId: 'order_sent',
 *       languageCode: 'en_US',
 *       parameters: whatsappParameters({
 *         header: { image: { link: 'https://example.com/parcel.jpg' } },
 *         body: ['Ada', '17'],
 *         buttons: [{ quickReply: 'stop' }, { url: 'orders/17' }, { copyCode: 'SAVE20' }],
 *       }),
 *     },
 *   },
 * });
 * ```
 */
export function whatsappParameters(options: WhatsAppParameters): { [key: string]: string } {
  return toParameters('whatsappParameters', options);
}

/** The parameters, for a builder that has them from elsewhere. */
export function toParameters(builder: string, options: WhatsAppParameters): { [key: string]: string } {
  return toWire<WhatsAppParameters, Filled>(builder, options, FIELDS, { parameters: {}, prefix: '' }).parameters;
}

function put({ parameters, prefix }: Filled, key: string, value: string): void {
  parameters[prefix + key] = value;
}

/** Named values stand beside their names, as WhatsApp has them. */
function addValues(filled: Filled, values: WhatsAppValues, path: string): void {
  const isNamed = kindOf(values) === 'object' && !isDate(values);
  if (!isNamed) need(path, values, 'list', 'a list of texts, or texts by name, in an object');
  for (const [at, [name, text]] of Object.entries(values).entries()) {
    if (isNamed) put(filled, `body[${at + 1}]parameter_name`, name);
    put(filled, `body[${at + 1}]text`, need(`${path}${isNamed ? `.${name}` : `[${at}]`}`, text));
  }
}

function addButton(filled: Filled, button: WhatsAppButton, at: number, path: string): void {
  need(path, button, 'object', 'an object with quickReply, url, copyCode or flow');
  const key = `button[${at}]`;
  if ('url' in button) put(filled, `${key}url[1]text`, need(`${path}.url`, button.url));
  else if ('copyCode' in button) put(filled, `${key}copy_code[1]coupon_code`, need(`${path}.copyCode`, button.copyCode));
  else if ('flow' in button) addFlow(filled, `${key}flow[1]action.`, need(`${path}.flow`, button.flow, 'object'), `${path}.flow`);
  else put(filled, `${key}quick_reply[1]payload`, need(`${path}.quickReply`, button.quickReply));
}

function addFlow(filled: Filled, key: string, { token = 'unused', data }: WhatsAppFlowStart, path: string): void {
  put(filled, `${key}flow_token`, need(`${path}.token`, token));
  if (data !== undefined) put(filled, `${key}flow_action_data`, JSON.stringify(need(`${path}.data`, data, 'object')));
}

function addHeader(filled: Filled, header: Exclude<WhatsAppHeaderValue, string>, path: string): void {
  if ('location' in header) {
    toWireWith(`${path}.location`, header.location, LOCATION_FIELDS, filled, ['latitude', 'longitude']);
    return;
  }
  const files: { [kind: string]: WhatsAppHeaderMedia | undefined } = header;
  const kind = ['image', 'video', 'document'].find((one) => files[one] !== undefined);
  if (kind === undefined) refuse(path, 'has no file', 'Pass an object with image, video, document or location.');
  const { link, filename, provider } = need(`${path}.${kind}`, files[kind] as WhatsAppHeaderMedia, 'object', 'an object with link');
  put(filled, `header[1]${kind}.link`, need(`${path}.${kind}.link`, link));
  if (filename !== undefined) put(filled, `header[1]${kind}.filename`, need(`${path}.${kind}.filename`, filename));
  if (provider !== undefined) put(filled, `header[1]${kind}.provider.name`, need(`${path}.${kind}.provider`, provider));
}
