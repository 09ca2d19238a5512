import type { ChannelSpecificMessageFlows, FlowChannelSpecificMessage } from '@convapi/core';
import { toFrame, type WhatsAppFrame } from './to-frame.ts';

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

/**
 * A message that opens a WhatsApp flow, for `withSpecificMessages`.
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
  const { flowId, cta, mode, token, action, screen, data } = options;
  const message: FlowChannelSpecificMessage = { ...toFrame(options), flow_id: flowId, flow_cta: cta };
  if (mode !== undefined) message.flow_mode = mode;
  if (token !== undefined) message.flow_token = token;
  if (action !== undefined) message.flow_action = action;
  if (screen !== undefined || data !== undefined) {
    message.flow_action_payload = { ...(screen !== undefined && { screen }), ...(data !== undefined && { data }) };
  }
  return { message_type: 'FLOWS', message };
}
