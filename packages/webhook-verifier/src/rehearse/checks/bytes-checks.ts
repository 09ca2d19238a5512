import { inbound } from '../fixtures/message-payloads.ts';
import { toEvent } from '../fixtures/payloads.ts';
import type { Range } from '../range.ts';
import type { Shot } from '../sending/shot.ts';
import { type Check, checkShot } from './check.ts';
import { RAW_BODY_FIX } from './raw-body-fix.ts';

/** The same JSON can be written in many ways, and each has a signature of its own. */
export function bytesChecks(): Check[] {
  return [
    bytesCheck(
      'pretty-printed',
      'takes a pretty-printed body',
      'a signed body over several lines, with a newline at its end',
      (event) => `${JSON.stringify(event, undefined, 2)}\n`,
    ),
    bytesCheck('spaces', 'takes a body with spaces after colons', 'a signed body as Python writes it', (event) => withSpaces(event)),
    bytesCheck('escaped-unicode', 'takes escaped characters', 'a signed body with \\u00e5 in place of å, and an escaped emoji', (event) =>
      escapeUnicode(JSON.stringify(event)),
    ),
    bytesCheck('escaped-slash', 'takes escaped slashes', 'a signed body with \\/ in place of /', (event) =>
      JSON.stringify(event).replaceAll('/', '\\/'),
    ),
    bytesCheck('float', 'takes 1.0', 'a signed body with the numbers 1.0 and 1e2', (event) => withField(event, '"scores":[1.0,1e2]')),
    bytesCheck('big-number', 'takes numbers beyond 2^53', 'a signed body with the number 12345678901234567890', (event) =>
      withField(event, '"big":12345678901234567890'),
    ),
    bytesCheck('raw-unicode', 'takes characters beyond ASCII', 'a signed body with å, an emoji and U+2028 as UTF-8', (event) =>
      JSON.stringify(event),
    ),
    chunksCheck(),
  ];
}

function bytesCheck(name: string, title: string, sent: string, write: (event: object) => string): Check {
  const shot = (range: Range) => range.callback(write(eventOf(range)));
  return checkShot({ id: `bytes:${name}`, group: 'bytes', title, sent, expect: 'accepted', fix: RAW_BODY_FIX, shot });
}

function chunksCheck(): Check {
  return checkShot({
    id: 'bytes:chunked',
    group: 'bytes',
    title: 'takes a body in chunks, cut within a character',
    sent: 'a signed body in three chunks without content-length, one cut amid the four bytes of an emoji',
    expect: 'accepted',
    fix: 'Collect all chunks as bytes and decode them once at the end: a character may be cut by the border of a chunk. Do not rely on content-length.',
    async shot(range) {
      const shot = await range.callback(eventOf(range));
      return { ...shot, parts: cutWithinEmoji(shot) };
    },
  });
}

function cutWithinEmoji({ parts: [body = new Uint8Array()] }: Shot): Uint8Array<ArrayBuffer>[] {
  // 0xF0 begins a character of four bytes.
  const amid = body.indexOf(0xf0) + 2;
  return [body.slice(0, 20), body.slice(20, amid), body.slice(amid)];
}

function eventOf(range: Range): Record<string, unknown> {
  const facts = range.newFacts();
  return toEvent(facts, { message: inbound(facts, 'Tack så mycket 😀\u2028 https://example.com/a') });
}

function withField(event: object, field: string): string {
  return `${JSON.stringify(event).slice(0, -1)},${field}}`;
}

function escapeUnicode(json: string): string {
  return json.replaceAll(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function withSpaces(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(withSpaces).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${withSpaces(one)}`);
  return `{${fields.join(', ')}}`;
}
