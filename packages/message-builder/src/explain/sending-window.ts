import { isDate } from '../internal/kind-of.ts';
import { isRecord, ownValue } from '../render/read.ts';
import { isWindowOpen, windowEndMs } from '../rules/sending-window.ts';
import type { ExplainOptions } from './explain-options.ts';
import type { Refusal, SendingWindow } from './explanation.ts';

/** The range of a Date. */
const LAST_MS = 8.64e15;

/** How long an app may still write freely on a channel. */
export function sendingWindow(channel: string, hours: number, given: ExplainOptions['lastInboundAt'], nowMs: number): SendingWindow {
  const last = lastInboundOn(channel, given);
  if (last === null) return { state: 'closed', hours };
  const lastMs = typeof last === 'number' || isDate(last) ? Number(last) : Number.NaN;
  const untilMs = windowEndMs(lastMs, hours);
  if (!(Math.abs(untilMs) <= LAST_MS)) return { state: 'unknown', hours };
  return { state: isWindowOpen(lastMs, hours, nowMs) ? 'open' : 'closed', hours, until: new Date(untilMs).toISOString() };
}

function lastInboundOn(channel: string, given: unknown): unknown {
  return isRecord(given) && !isDate(given) ? ownValue(given, channel) : given;
}

/** What an attempt meets when its window is not open. `isSure`: whether it is known that it needs one. */
export function windowRefusal(channel: string, { state, hours }: SendingWindow, isSure: boolean): Refusal | undefined {
  if (state === 'open') return undefined;
  const what = channel === 'WHATSAPP' ? 'only an approved template arrives' : 'nothing arrives without a tag';
  return {
    stage: 'delivery',
    code: 'OUTSIDE_ALLOWED_SENDING_WINDOW',
    channel,
    chance: state === 'closed' && isSure ? 'certain' : 'possible',
    what:
      state === 'closed'
        ? `The contact did not write within the last ${hours} hours: ${what}.`
        : `Unless the contact wrote within ${hours} hours, ${what}.`,
    basis: isSure ? 'stated' : 'guess',
  };
}
