import { type RenderChannel, render as renderMessage } from '@convapi/message-builder';
import { render as draw } from 'preact';
import type { MediaUrl } from '../internal/phone-context.ts';
import { Phone, type PhoneProps } from '../phone/phone.tsx';
import styles from '../styles.css';
import type { Tap, ThreadEntry } from '../thread-entry.ts';

/** What `render` takes: a message as it is sent, or an entry of a conversation, which may be the contact's. */
export type HandsetMessage = Parameters<typeof renderMessage>[0];

const ATTRIBUTES = ['channel', 'message', 'name', 'owner', 'scheme', 'os', 'interactive', 'typing', 'notes'] as const;

/** Servers that draw pages have no elements: there the class is empty, and nothing is defined. */
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * `<convapi-handset channel="WHATSAPP">`: a phone in any page. Give it a `message` (as it is sent, or its JSON as attribute), or `entries`
 * of a thread.
 *
 * Attributes: `channel`, `message`, `name` of the business, `owner` of the phone, `scheme` (`light` or `dark`), `os` (`ios` or `android`),
 * `typing`, `interactive` (the field to write in works, reactions are offered), `notes="off"`.
 *
 * Events, which bubble: `convapi-tap` ({@link Tap}), `convapi-text` (the text), `convapi-reaction`.
 */
export class HandsetElement extends Base {
  static readonly observedAttributes: readonly string[] = ATTRIBUTES;

  #message: HandsetMessage | undefined;
  #entries: readonly ThreadEntry[] | undefined;
  #mediaUrl: MediaUrl | undefined;
  #business: PhoneProps['business'];
  #root: ShadowRoot | undefined;
  #isPlanned = false;

  /** A message as it is sent. Beats the attribute of that name. */
  get message(): HandsetMessage | undefined {
    return this.#message ?? parseMessage(this.getAttribute('message'));
  }
  set message(message: HandsetMessage | undefined) {
    this.#message = message;
    this.#plan();
  }

  /** A thread. Beats `message`. */
  get entries(): readonly ThreadEntry[] | undefined {
    return this.#entries;
  }
  set entries(entries: readonly ThreadEntry[] | undefined) {
    this.#entries = entries;
    this.#plan();
  }

  /** Where pictures are fetched from. Default: nowhere, they are drawn. */
  get mediaUrl(): MediaUrl | undefined {
    return this.#mediaUrl;
  }
  set mediaUrl(mediaUrl: MediaUrl | undefined) {
    this.#mediaUrl = mediaUrl;
    this.#plan();
  }

  /** Who the owner writes with; the attribute `name` says its name only. */
  get business(): PhoneProps['business'] {
    const name = this.getAttribute('name');
    return this.#business ?? (name === null ? undefined : { name });
  }
  set business(business: PhoneProps['business']) {
    this.#business = business;
    this.#plan();
  }

  get channel(): string {
    return this.getAttribute('channel') ?? '';
  }
  set channel(channel: string) {
    this.setAttribute('channel', channel);
  }

  /** Called by the browser: draws the phone. */
  connectedCallback(): void {
    for (const name of ['message', 'entries', 'mediaUrl', 'business'] as const) this.#takeEarly(name);
    if (this.#root === undefined) {
      this.#root = this.attachShadow({ mode: 'open' });
      this.#root.adoptedStyleSheets = [styleSheet()];
    }
    this.#draw();
  }

  /** Called by the browser: takes the phone down, unless the element only moves. */
  disconnectedCallback(): void {
    // a moved element is connected again at once, and keeps what was typed
    queueMicrotask(() => {
      if (!this.isConnected && this.#root) draw(null, this.#root);
    });
  }

  /** Called by the browser: draws what changed. */
  attributeChangedCallback(): void {
    this.#plan();
  }

  /** Several settings in a row are drawn once. */
  #plan(): void {
    if (this.#isPlanned || this.#root === undefined) return;
    this.#isPlanned = true;
    queueMicrotask(() => {
      this.#isPlanned = false;
      if (this.isConnected) this.#draw();
    });
  }

  #draw(): void {
    if (this.#root) draw(<Phone {...this.#props()} />, this.#root);
  }

  #props(): PhoneProps {
    const isInteractive = this.hasAttribute('interactive');
    const scheme = this.getAttribute('scheme');
    const os = this.getAttribute('os');
    return {
      channel: this.channel,
      entries: this.#entries ?? toEntries(this.message, this.channel),
      business: this.business,
      owner: this.getAttribute('owner') ?? undefined,
      scheme: scheme === 'light' || scheme === 'dark' ? scheme : undefined,
      os: os === 'android' || os === 'ios' ? os : undefined,
      typing: this.hasAttribute('typing'),
      notes: this.getAttribute('notes') !== 'off',
      mediaUrl: this.#mediaUrl,
      onTap: (tap: Tap) => this.#tell('convapi-tap', tap),
      onText: isInteractive ? (text) => this.#tell('convapi-text', text) : undefined,
      onReaction: isInteractive ? (reaction) => this.#tell('convapi-reaction', reaction) : undefined,
    };
  }

  #tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  /** A property that a page or a framework has set before the element was defined hides the setter. */
  #takeEarly(name: 'message' | 'entries' | 'mediaUrl' | 'business'): void {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete this[name];
    Object.assign(this, { [name]: value });
  }
}

function parseMessage(json: string | null): HandsetMessage | undefined {
  if (json === null) return undefined;
  try {
    return JSON.parse(json) as HandsetMessage;
  } catch {
    return undefined;
  }
}

function toEntries(message: HandsetMessage | undefined, channel: string): ThreadEntry[] {
  return message === undefined ? [] : [{ id: 'message', rendered: renderMessage(message, channel as RenderChannel) }];
}

let sheet: CSSStyleSheet | undefined;

/** One for all elements of the page. Made by script, so that a strict `style-src` takes it. */
function styleSheet(): CSSStyleSheet {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
  }
  return sheet;
}
