import { asText, fieldOf } from '../../internal/read.ts';
import type { Limit } from '../../rules/limits.ts';
import { checkLength } from '../check-length.ts';
import { countSms, firstOutsideGsm7 } from '../count-sms.ts';
import { type Scope, tell } from '../scope.ts';

/** The text of a text message, or the body of another one. */
export function checkText(scope: Scope, path: string, message: unknown): void {
  checkWords(scope, `${path}.text`, asText(fieldOf(message, 'text')));
}

/** A text that is sent as such, wherever it comes from. */
export function checkWords(scope: Scope, path: string, text: string | undefined): void {
  if (text === undefined) return;
  if (scope.channel === 'SMS') checkSegments(scope, path, text);
  else checkLength(scope, path, text, scope.limits.textChars as Limit);
}

function checkSegments(scope: Scope, path: string, text: string): void {
  const { encoding, segments, unitsUsed } = countSms(text);
  if (segments < 2 && encoding === 'GSM-7') return;
  const character = firstOutsideGsm7(text);
  const why = character === undefined ? '' : `, because ${JSON.stringify(character)} is not in GSM-7`;
  const parts = segments === 1 ? '1 SMS' : `${segments} SMS`;
  const finding = {
    path,
    code: 'segments',
    severity: 'note',
    actual: segments,
    text: `takes ${parts}: ${unitsUsed} units in ${encoding}${why}`,
  } as const;
  tell(scope.report, 'SMS', finding, scope.limits.textChars);
}
