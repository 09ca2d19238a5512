import type { Limit, SmsTextLimit } from '../../rules/limits.ts';
import { checkLength } from '../check-length.ts';
import { countSms, firstOutsideGsm7 } from '../count-sms.ts';
import { countBytes } from '../../rules/count-units.ts';
import { asText, fieldOf } from '../../internal/read.ts';
import { type Scope, tell } from '../scope.ts';

/** The text of a text message, or the body of another one. */
export function checkText(scope: Scope, path: string, message: unknown): void {
  const text = fieldOf(message, 'text');
  if (scope.channel === 'SMS') {
    checkSegments(scope, `${path}.text`, asText(text));
    return;
  }
  const limit = scope.limits.textChars;
  // On Viber BM the rest of a long text is lost, but the message is delivered.
  const fate = scope.channel === 'VIBERBM' ? ({ severity: 'warning', effect: 'The rest is cut off.' } as const) : {};
  if (isNumber(limit)) checkLength(scope, `${path}.text`, text, { limit, ...fate });
  else checkLength(scope, `${path}.text`, text, { limit: { ...limit, value: bytesOf(limit) }, count: countBytes });
}

function checkSegments(scope: Scope, path: string, text: string | undefined): void {
  if (text === undefined) return;
  const { encoding, segments, unitsUsed } = countSms(text);
  if (segments < 2 && encoding === 'GSM-7') return;
  const character = firstOutsideGsm7(text);
  const why = character === undefined ? '' : `, because ${JSON.stringify(character)} is not in GSM-7`;
  const parts = segments === 1 ? '1 SMS' : `${segments} SMS`;
  const finding = {
    path,
    code: 'segments',
    severity: 'info',
    actual: segments,
    text: `takes ${parts}: ${unitsUsed} units in ${encoding}${why}`,
  } as const;
  tell(scope.report, 'SMS', finding, scope.limits.textChars);
}

function isNumber(limit: Limit<unknown>): limit is Limit {
  return limit.value === null || typeof limit.value === 'number';
}

function bytesOf({ value }: Limit<number | SmsTextLimit | { readonly bytes: number }>): number | null {
  return typeof value === 'object' && value !== null && 'bytes' in value ? value.bytes : null;
}
