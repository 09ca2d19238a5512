import type { ChannelSpecificMessageFlows, FlowChannelSpecificMessage } from '@convapi/core';
import { need } from '../internal/need.ts';
import { type Fields, toWireWith } from '../internal/to-wire.ts';
import { FRAME_FIELDS, type WhatsAppFrame } from './to-frame.ts';

/** A WhatsApp flow, and the message that opens it. */
export interface FlowOptions extends WhatsAppFrame {
  /** Id of the flow. */
  flowId: string;
  /** Caption of the button that opens it, up to 20 characters. */
  cta: string;
  /** A flow that is not published can be sent as `draft`. Default: `published`. */
  mode?: 'draft' | 'published' | undefined;
  /** Your own token for this use of the flow; comes back with the answer. */
  token?: string | undefined;
  /** `navigate` opens `screen`, `data_exchange` asks your endpoint what to open. */
  action?: 'navigate' | 'data_exchange' | undefined;
  /** First screen, for `navigate`. */
  screen?: string | undefined;
  /** Input for the first screen. */
  data?: { [key: string]: unknown } | undefined;
}

// Put together from another table: marked pure, so that bundlers drop it where nobody uses it.
const FIELDS = /* @__PURE__ */ ((): Fields<FlowOptions, FlowChannelSpecificMessage> => ({
  ...FRAME_FIELDS,
  flowId(message, id, path) {
    message.flow_id = need(path, id);
  },
  cta(message, cta, path) {
    message.flow_cta = need(path, cta);
  },
  mode(message, mode, path) {
    message.flow_mode = need(path, mode);
  },
  token(message, token, path) {
    message.flow_token = need(path, token);
  },
  action(message, action, path) {
    message.flow_action = need(path, action);
  },
  screen(message, screen, path) {
    message.flow_action_payload = { ...message.flow_action_payload, screen: need(path, screen) };
  },
  data(message, data, path) {
    message.flow_action_payload = { ...message.flow_action_payload, data: need(path, data, 'object', 'an object') };
  },
}))();

/**
 * A message that opens a WhatsApp flow, for `withSpecificMessages`.
 *
 * @throws {@link MessageError} when it is given what its types forbid.
 *
 * @example
 * ```ts
 * import { flow, text, withSpecificMessages } from '@convapi/message-builder';
 *
 * const message = withSpecificMessages(text('Book a table: https://example.com/book'), {
 *   WHATSAPP: flow({ flowId: '1234567890', cta: 'Book a table', body: 'When will you come?', action: 'navigate', screen: 'DATES' }),
 * });
 * ```
 */
export function flow(options: FlowOptions): ChannelSpecificMessageFlows {
  const message = toWireWith('flow', options, FIELDS, { flow_id: '', flow_cta: '' }, ['flowId', 'cta']);
  return { message_type: 'FLOWS', message };
}
