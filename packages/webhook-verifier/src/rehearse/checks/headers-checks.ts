import { type Range, signatureHeader } from '../range.ts';
import { headerOf, type Shot, withHeader } from '../sending/shot.ts';
import { type Check, checkShot } from './check.ts';

const MISSING_FIX =
  'Refuse a callback without signature, nonce or timestamp with 401: an absent header must never mean that nothing is checked.';
const CRASH_FIX =
  'Answer 401 when a signature header is missing or malformed: your code read it as if it were always there and right (crypto.timingSafeEqual throws when lengths differ).';
const DOUBLED_FIX =
  'Refuse a callback in which a signature header comes twice: a proxy and your code may read different ones. Many frameworks hide the second line or join both with a comma.';

/** Signature headers that are not as they should be. */
export function headersChecks(): Check[] {
  return [...absentChecks(), ...brokenChecks(), ...doubledChecks()];
}

function absentChecks(): Check[] {
  const names = [signatureHeader(), signatureHeader('nonce'), signatureHeader('timestamp')];
  const unsigned = headersCheck(
    'unsigned',
    'refuses a callback without a signature',
    'a callback without any signature header',
    MISSING_FIX,
    async (range) => {
      const shot = await range.message('Hello');
      return { ...shot, headers: shot.headers.filter(([name]) => !name.startsWith(signatureHeader())) };
    },
  );
  const one = names.map((name) =>
    headersCheck(
      `no-${name.split('-').at(-1)}`,
      `refuses a callback without ${name}`,
      `a signed callback without ${name}`,
      MISSING_FIX,
      async (range) => withHeader(await range.message('Hello'), name),
    ),
  );
  return [unsigned, ...one];
}

function brokenChecks(): Check[] {
  return [
    headersCheck('empty', 'refuses an empty signature', 'a callback whose signature is empty', MISSING_FIX, async (range) =>
      withHeader(await range.message('Hello'), signatureHeader(), ''),
    ),
    headersCheck(
      'garbage',
      'refuses headers that make no sense',
      'the signature "%%%", the timestamp "soon", a nonce of 4,000 characters',
      MISSING_FIX,
      async (range) => {
        const shot = withHeader(await range.message('Hello'), signatureHeader(), '%%%');
        return withHeader(withHeader(shot, signatureHeader('timestamp'), 'soon'), signatureHeader('nonce'), 'x'.repeat(4000));
      },
    ),
  ];
}

function doubledChecks(): Check[] {
  return [
    headersCheck(
      'doubled-signature',
      'refuses two signatures',
      'two signature headers, a wrong one before the right one',
      DOUBLED_FIX,
      async (range) => {
        const shot = await range.message('Hello');
        return withHeader(shot, signatureHeader(), 'A'.repeat(43).concat('='), headerOf(shot, signatureHeader()));
      },
    ),
    headersCheck(
      'doubled-timestamp',
      'refuses two timestamps',
      'an old callback with its timestamp and a fresh one',
      DOUBLED_FIX,
      async (range) => {
        const name = signatureHeader('timestamp');
        const shot = await range.message('Hello', { age: -2 * range.toleranceSeconds - 60 });
        return withHeader(shot, name, headerOf(shot, name), headerOf(await range.message('Hello'), name));
      },
    ),
  ];
}

function headersCheck(name: string, title: string, sent: string, fix: string, shot: (range: Range) => Promise<Shot>): Check {
  return checkShot({ id: `headers:${name}`, group: 'headers', title, sent, expect: 'refused', fix, crashFix: CRASH_FIX, shot });
}
