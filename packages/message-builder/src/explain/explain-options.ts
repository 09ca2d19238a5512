import type { RenderOptions } from '../render/render-options.ts';
import type { OptOutList } from '../rules/opt-outs.ts';

/** What counts of an app: one that the API has returned fits. */
export interface ExplainedApp {
  /** Tells which identities of a contact are for this app. Left out: all are. */
  id?: string | undefined;
  /** The channels of the app, in its own order; MMS with its default sender. */
  channel_credentials?: readonly { channel: string; mms_credentials?: object | null | undefined }[];
  /** Default: `DISPATCH`, as of new apps. */
  processing_mode?: string;
  delivery_report_based_fallback?: { enabled?: boolean } | null;
}

/** What counts of a contact: one that the API has returned fits. */
export interface ExplainedContact {
  channel_identities?: readonly { channel: string; identity: string; app_id?: string }[];
  channel_priority?: readonly string[];
}

/** When a contact last wrote: a Date, or milliseconds since 1970; `null` for never. */
export type LastInbound = Date | number | null;

/** What {@link explain} can know beside the request. */
export interface ExplainOptions extends RenderOptions {
  /** Channel of the contact's active conversation with the app: tried first when the recipient is a contact. */
  activeChannel?: string | undefined;
  /**
   * When the contact last wrote, on any channel or by channel, such as `{ WHATSAPP: new Date(), MESSENGER: null }`. It decides about the
   * sending windows of WhatsApp, Messenger and Instagram. Left out: they are unknown.
   */
  lastInboundAt?: LastInbound | { readonly [channel: string]: LastInbound | undefined } | undefined;
  /** Identities on the opt-out lists of the app, by list. */
  optedOut?: { readonly [L in OptOutList]?: readonly string[] } | undefined;
  /** Milliseconds since 1970. Default: the clock of the runtime. */
  now?: (() => number) | undefined;
}
