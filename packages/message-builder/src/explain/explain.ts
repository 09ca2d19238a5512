import type { AppMessage, ProcessingMode, SendMessageRequest } from '@convapi/core';
import { countSms } from '../check/count-sms.ts';
import { isRecord, type Json, listOf, recordOf, textOf } from '../render/read.ts';
import { render } from '../render/render.ts';
import type { RenderChannel } from '../render/rendered-message.ts';
import { needsOpenWindow, windowHours } from '../rules/sending-window.ts';
import { contentOn } from './content-on.ts';
import { costDrivers } from './costs.ts';
import type { ExplainedApp, ExplainedContact, ExplainOptions } from './explain-options.ts';
import type { Attempt, Explanation, Refusal, SendingWindow } from './explanation.ts';
import { type Address, planChannels } from './plan-channels.ts';
import { attemptRefusals, requestRefusals } from './refusals.ts';
import { sendingWindow, windowRefusal } from './sending-window.ts';

/**
 * What a send will do, before it is sent: the channels in the order in which they are tried and why, what each shows, how many SMS it
 * takes, what will be refused with which code, and what makes it dear. All that `checkSend` calls an error is a refusal here.
 *
 * Never throws. It knows what it is given: without a contact, the addresses of a `contact_id` stay unknown.
 *
 * @param request Body of `messages:send`.
 * @param app The app as the API returns it; only its id, channels, mode and fallback count.
 * @param contact The contact as the API returns it, where the recipient is a `contact_id`.
 * @param options What else is known: the active channel, when the contact last wrote, who opted out, the translation of a template.
 *
 * @example
 * ```ts
 * import { explain, formatExplanation, text, toIdentities } from '@convapi/message-builder';
 *
 * const request = {
 *   app_id: '01HVN0B9TQ3F5Z2YQ8W0JK4M6P',
 *   recipient: toIdentities({ WHATSAPP: '+46701234567', SMS: '+46701234567' }),
 *   message: text('Your order has left.'),
 * };
 * const app = { channel_credentials: [{ channel: 'SMS' }] };
 *
 * console.log(formatExplanation(explain(request, app))); // … CHANNEL_CONFIGURATION_MISSING: WHATSAPP is not configured …
 * ```
 */
export function explain(
  request: SendMessageRequest,
  app: ExplainedApp,
  contact?: ExplainedContact | undefined,
  options: ExplainOptions = {},
): Explanation {
  const body: Json = recordOf(request);
  const given: Json = recordOf(app);
  const mode = modeOf(body, given);
  const credentials = listOf(given.channel_credentials).map((credential) => textOf(recordOf(credential).channel));
  // The retired Viber bot is still among the credentials of old apps, and nothing is sent on it.
  const configured = credentials.filter((channel) => channel !== 'VIBER');
  const known: unknown = contact;
  const { activeChannel } = recordOf(options) as ExplainOptions;
  const plan = planChannels({
    request: body,
    configured,
    contact: isRecord(known) ? known : undefined,
    activeChannel,
    appId: textOf(given.id),
  });
  const attempts = plan.addresses.map((address) => explainAttempt(body, given, address, recordOf(options) as ExplainOptions));
  const refusals = requestRefusals(body, mode, plan, configured);
  const { rule, why } = plan;
  return { outcome: outcomeOf(refusals, attempts), mode, rule, why, attempts, refusals, costs: costDrivers(attempts, given) };
}

function modeOf(request: Json, app: Json): ProcessingMode {
  return request.processing_strategy === 'DISPATCH_ONLY' || app.processing_mode !== 'CONVERSATION' ? 'DISPATCH' : 'CONVERSATION';
}

function explainAttempt(request: Json, app: Json, address: Address, options: ExplainOptions): Attempt {
  const { channel, identity } = address;
  const message = recordOf(request.message);
  const rendered = render(message as unknown as AppMessage, channel as RenderChannel, options);
  const content = contentOn(channel, message, options.translation);
  const sms = channel === 'SMS' && rendered.text !== undefined ? countSms(rendered.text) : undefined;
  const window = windowOf(channel, request, options);
  const refusals = attemptRefusals({ request, app, address, content, options, sms });
  if (window !== undefined && needsOpenWindow(channel, message, content.content)) {
    const refusal = windowRefusal(channel, window, content.content !== undefined);
    if (refusal) refusals.push(refusal);
  }
  return {
    channel,
    ...(identity !== undefined && { identity }),
    rendered,
    ...(sms !== undefined && { sms }),
    ...(window !== undefined && { window }),
    refusals,
  };
}

function windowOf(channel: string, request: Json, options: ExplainOptions): SendingWindow | undefined {
  const hours = windowHours(channel, recordOf(request.channel_properties));
  return hours === undefined ? undefined : sendingWindow(channel, hours, options.lastInboundAt, (options.now ?? Date.now)());
}

function outcomeOf(refusals: readonly Refusal[], attempts: readonly Attempt[]): Explanation['outcome'] {
  const all = [...refusals, ...attempts.flatMap((attempt) => attempt.refusals)];
  if (all.some(({ stage }) => stage === 'call')) return 'refused';
  const spoilt = attempts.length > 0 && attempts.every((attempt) => attempt.refusals.some(isCertain));
  return refusals.some(isCertain) || spoilt ? 'fails' : 'sent';
}

function isCertain({ chance }: Refusal): boolean {
  return chance === 'certain';
}
