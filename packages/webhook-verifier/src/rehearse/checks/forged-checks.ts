import { type Range, signatureHeader } from '../range.ts';
import { hmac, toBase64 } from '../sending/hmac.ts';
import { headerOf, type Shot, withHeader } from '../sending/shot.ts';
import { type Check, checkShot } from './check.ts';

const BODY_FIX =
  'Verify the signature over the bytes received, and stop at 401 when it does not match: whoever knows the address of your webhook can write to it.';
const NONCE_FIX = 'Sign body, nonce and timestamp together, joined by dots: what is left out can be changed at will.';
const PREFIX_FIX =
  'Compare the whole signature, and in constant time: crypto.timingSafeEqual on equal lengths, hmac.compare_digest, hmac.Equal, hash_equals.';
const LENGTH_FIX =
  'Compare the lengths first: crypto.timingSafeEqual throws when lengths differ. A signature of another length is a wrong signature, so answer 401.';
const ALGORITHM_FIX =
  'Fix the algorithm to HMAC-SHA256 in your code. Never take it from the request: the sender would choose how it is checked.';

/** Callbacks that someone without the secret could send. */
export function forgedChecks(): Check[] {
  return [...tamperedChecks(), ...signatureChecks(), ...algorithmChecks()];
}

function tamperedChecks(): Check[] {
  const stale = (range: Range) => range.message('Pay 100', { age: -2 * range.toleranceSeconds - 60 });
  return [
    forged('other-secret', 'refuses another secret', 'a callback signed with another secret', BODY_FIX, (range) =>
      range.message('Hello', { secret: `${range.secret}x` }),
    ),
    forged('body', 'refuses a body that was changed', 'a signed callback with one letter of its body changed', BODY_FIX, tamperBody),
    forged('nonce', 'refuses a nonce that was changed', 'a signed callback with another nonce', NONCE_FIX, async (range) =>
      withHeader(await range.message('Hello'), signatureHeader('nonce'), range.newFacts().newId()),
    ),
    forged('timestamp', 'refuses a timestamp that was changed', 'an old callback with a fresh timestamp', NONCE_FIX, async (range) => {
      const fresh = headerOf(await range.message('Hello'), signatureHeader('timestamp'));
      return withHeader(await stale(range), signatureHeader('timestamp'), fresh);
    }),
    forged('as-text', 'verifies whatever the content type', 'a forged callback with "content-type: text/plain"', BODY_FIX, async (range) =>
      withHeader(await tamperBody(range), 'content-type', 'text/plain'),
    ),
  ];
}

function signatureChecks(): Check[] {
  const half = (signature: string) => signature.slice(0, 22) + [...signature.slice(22)].map(otherDigit).join('');
  const last = (signature: string) => signature.slice(0, 41) + otherDigit(signature.charAt(41)) + signature.slice(42);
  const otherCase = (signature: string) =>
    signature.replaceAll(/[a-z]/gi, (char) => (char < 'a' ? char.toLowerCase() : char.toUpperCase()));
  return [
    resigned(
      'half-signature',
      'refuses a signature of which only the first half is right',
      'a signature with its second half changed',
      half,
    ),
    resigned('cut-signature', 'refuses a signature that was cut short', 'the first 16 characters of a right signature', (one) =>
      one.slice(0, 16),
    ),
    resigned('last-character', 'refuses a signature with one character changed', 'a signature with a character near its end changed', last),
    resigned('long-signature', 'refuses a signature with more behind it', 'a right signature with "AAAA" behind it', (one) => `${one}AAAA`),
    resigned('signature-casing', 'refuses a signature in another casing', 'a signature with capitals and small letters swapped', otherCase),
  ];
}

function algorithmChecks(): Check[] {
  return [
    forged(
      'sha1',
      'refuses a weaker algorithm',
      'a callback signed with HMAC-SHA1, and an algorithm header that says so',
      ALGORITHM_FIX,
      async (range) => {
        const shot = await range.message('Hello');
        const body = new TextDecoder().decode(shot.parts[0]);
        const text = `${body}.${headerOf(shot, signatureHeader('nonce'))}.${headerOf(shot, signatureHeader('timestamp'))}`;
        const weak = toBase64(await hmac('SHA-1', range.secret, text));
        return withHeader(withHeader(shot, signatureHeader('algorithm'), 'HmacSHA1'), signatureHeader(), weak);
      },
    ),
    forged(
      'no-algorithm',
      'refuses the algorithm "none"',
      'a callback without a right signature, and the algorithm "none"',
      ALGORITHM_FIX,
      async (range) =>
        withHeader(withHeader(await range.message('Hello'), signatureHeader('algorithm'), 'none'), signatureHeader(), 'none'),
    ),
  ];
}

function resigned(name: string, title: string, sent: string, change: (signature: string) => string): Check {
  return forged(name, title, sent, PREFIX_FIX, async (range) => {
    const shot = await range.message('Hello');
    return withHeader(shot, signatureHeader(), change(headerOf(shot, signatureHeader())));
  });
}

function forged(name: string, title: string, sent: string, fix: string, shot: (range: Range) => Promise<Shot>): Check {
  return checkShot({ id: `forged:${name}`, group: 'forged', title, sent, expect: 'refused', fix, crashFix: LENGTH_FIX, shot });
}

async function tamperBody(range: Range): Promise<Shot> {
  const shot = await range.message('Pay 100');
  const forgedBody = new TextDecoder().decode(shot.parts[0]).replace('Pay 100', 'Pay 900');
  return { ...shot, parts: [new TextEncoder().encode(forgedBody)] };
}

/** Another digit of base64; padding stays, so that the text still decodes. */
function otherDigit(char: string): string {
  if (char === '=') return '=';
  return char === 'A' ? 'B' : 'A';
}
