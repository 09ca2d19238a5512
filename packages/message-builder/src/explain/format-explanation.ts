import { need } from '../internal/need.ts';
import type { Attempt, Explanation, Refusal } from './explanation.ts';

const OUTCOMES = {
  sent: 'Will be sent, as far as is known.',
  fails: 'Will be taken with 200, then reported as FAILED.',
  refused: 'Will be refused with 400.',
} as const;

/**
 * An explanation as text for people: a paragraph for each channel.
 *
 * @throws {@link MessageError} when it is given what its types forbid.
 *
 * @example
 * ```ts
 * import { explain, formatExplanation, text, toIdentities } from '@convapi/message-builder';
 *
 * const request = { app_id: '01HVN0B9TQ3F5Z2YQ8W0JK4M6P', recipient: toIdentities({ SMS: '+46701234567' }), message: text('Hello') };
 *
 * console.log(formatExplanation(explain(request, { channel_credentials: [{ channel: 'SMS' }] })));
 * ```
 */
export function formatExplanation(explanation: Explanation): string {
  const wanted = 'what explain gives';
  const { outcome, mode, why, attempts, refusals, costs } = need('formatExplanation.explanation', explanation, 'object', wanted);
  for (const [name, list] of Object.entries({ attempts, refusals, costs }))
    need(`formatExplanation.explanation.${name}`, list, 'list', wanted);
  return [
    `${OUTCOMES[outcome]} Mode ${mode}. Order: ${why}`,
    ...refusals.map(refusalLine),
    ...attempts.map((attempt, index) => attemptText(attempt, index + 1)),
    ...(costs.length === 0
      ? []
      : [['Cost:', ...costs.map(({ channel, what }) => `- ${channel === undefined ? '' : `${channel}: `}${what}`)].join('\n')]),
  ].join('\n\n');
}

function attemptText({ channel, identity, rendered, sms, window, refusals }: Attempt, position: number): string {
  const lines = [`${position}. ${channel}${identity ? ` ${identity}` : ''} (${rendered.mode}, ${rendered.certainty})`];
  if (sms) lines.push(`${sms.segments} SMS, ${sms.encoding}, ${sms.unitsUsed} units, ${sms.unitsLeft} left`);
  if (window) lines.push(`Window of ${window.hours} h: ${window.state}${window.until === undefined ? '' : `, until ${window.until}`}`);
  if (rendered.text !== undefined) lines.push(...rendered.text.split('\n').map((line) => `| ${line}`.trimEnd()));
  lines.push(...rendered.changes.map(({ path, kind, what, basis }) => `- ${kind} ${path}: ${what} (${basis})`));
  return [...lines, ...refusals.map((refusal) => `- ${refusalLine(refusal)}`)].join('\n');
}

function refusalLine({ code, stage, chance, what }: Refusal): string {
  return `${chance === 'certain' ? 'Refused' : 'May be refused'} ${stage === 'call' ? 'at once' : 'after the 200'}: ${code}: ${what}`;
}
