import { isRecord, type Json, ownValue, recordOf } from '../render/read.ts';
import type { Refusal, SendingWindow } from './explanation.ts';

const HOURS = 24;
/** The hours in milliseconds, not computed: bundlers keep what they must compute. */
const WINDOW_MS = 86_400_000;
/** The range of a Date. */
const LAST_MS = 8.64e15;

/** How long an app may still write freely on WhatsApp. */
export function sendingWindow(lastInboundAt: Date | number | undefined, nowMs: number): SendingWindow {
  const untilMs = Number(lastInboundAt ?? Number.NaN) + WINDOW_MS;
  if (!(Math.abs(untilMs) <= LAST_MS)) return { state: 'unknown', hours: HOURS };
  return { state: nowMs < untilMs ? 'open' : 'closed', hours: HOURS, until: new Date(untilMs).toISOString() };
}

/** What an attempt on WhatsApp meets when its window is not open. */
export function windowRefusal(message: Json, window: SendingWindow): Refusal | undefined {
  const need = needOf(message);
  if (window.state === 'open' || need === 'none') return undefined;
  const certain = window.state === 'closed' && need === 'open';
  return {
    stage: 'delivery',
    code: 'OUTSIDE_ALLOWED_SENDING_WINDOW',
    channel: 'WHATSAPP',
    chance: certain ? 'certain' : 'possible',
    what:
      window.state === 'closed'
        ? `The contact last wrote over ${HOURS} hours ago: only an approved template arrives.`
        : `Only an approved template arrives unless the contact wrote within ${HOURS} hours.`,
    basis: need === 'open' ? 'stated' : 'guess',
  };
}

/** `maybe`: a template of the Template API, which WhatsApp has not approved. `none`: approved, or in the channel's own JSON. */
function needOf(message: Json): 'open' | 'maybe' | 'none' {
  if (ownValue(message.explicit_channel_message, 'WHATSAPP') !== undefined) return 'none';
  const specific = ownValue(message.channel_specific_message, 'WHATSAPP') !== undefined;
  const override = ownValue(message.explicit_channel_omni_message, 'WHATSAPP');
  if (specific) return 'open';
  if (isRecord(override)) return isRecord(override.template_reference) ? 'maybe' : 'open';
  if (!isRecord(message.template_message)) return 'open';
  return recordOf(message.template_message.channel_template).WHATSAPP === undefined ? 'maybe' : 'none';
}
