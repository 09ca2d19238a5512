import type { RenderOptions } from '../render/render-options.ts';

/** What counts of an app: one that the API has returned fits. */
export interface ExplainedApp {
  /** The channels of the app, in its own order. */
  channel_credentials?: readonly { channel: string }[];
  /** Default: `DISPATCH`, as of new apps. */
  processing_mode?: string;
  delivery_report_based_fallback?: { enabled?: boolean } | null;
}

/** What counts of a contact: one that the API has returned fits. */
export interface ExplainedContact {
  channel_identities?: readonly { channel: string; identity: string }[];
  channel_priority?: readonly string[];
}

/** What {@link explain} can know beside the request. */
export interface ExplainOptions extends RenderOptions {
  /** Channel of the contact's active conversation with the app: tried first when the recipient is a contact. */
  activeChannel?: string | undefined;
  /** When the contact last wrote on WhatsApp: a Date, or milliseconds since 1970. Left out: the sending window is unknown. */
  lastInboundAt?: Date | number | undefined;
  /** Milliseconds since 1970. Default: the clock of the runtime. */
  now?: (() => number) | undefined;
}
