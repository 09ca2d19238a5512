import { type Range, signatureHeader } from './range.ts';
import { fromBase64, type Hash, hmac, toBase64, toHex } from './sending/hmac.ts';
import { type Answer, headerOf, isAccepted, isAnswered, type Shot, withHeader } from './sending/shot.ts';

/** What a plain signed callback consists of, and what a mistaken receiver may make of it. */
interface Parts {
  secret: string;
  body: string;
  nonce: string;
  timestamp: string;
}

/** A mistake that receivers make, as the signature that such a receiver takes. */
interface Mistake {
  fix: string;
  sign(parts: Parts): Promise<string | undefined>;
}

/**
 * Why a receiver refuses even the plainest callback: callbacks signed as common mistakes would have it are sent, and
 * the one that is taken names the mistake. `undefined` when it does take the plain one, or none of these.
 */
export async function diagnose(range: Range, answer: Answer): Promise<string | undefined> {
  // Other statuses do not speak of the signature.
  if (!isAnswered(answer) || ![400, 401, 403].includes(answer.status)) return undefined;
  for (const mistake of mistakes()) {
    const shot = await range.message('Hello, is anybody there?');
    const signature = await mistake.sign(partsOf(range, shot));
    if (signature === undefined) continue;
    if (isAccepted(await range.send(withHeader(shot, signatureHeader(), signature)))) return mistake.fix;
  }
  return undefined;
}

function partsOf(range: Range, shot: Shot): Parts {
  return {
    secret: range.secret,
    body: new TextDecoder().decode(shot.parts[0]),
    nonce: headerOf(shot, signatureHeader('nonce')),
    timestamp: headerOf(shot, signatureHeader('timestamp')),
  };
}

function mistakes(): Mistake[] {
  return [...keyMistakes(), ...textMistakes(), ...encodingMistakes()];
}

function keyMistakes(): Mistake[] {
  return [
    {
      fix: "Your server base64-decodes the secret. Use it as it is: the key is the secret's UTF-8 bytes.",
      sign: async (parts) => {
        const key = fromBase64(parts.secret);
        return key && sign(parts, { key });
      },
    },
    {
      fix: 'The secret of your server ends in a newline. Trim it, or write the file or variable without one (printf, not echo).',
      sign: (parts) => sign(parts, { key: `${parts.secret}\n` }),
    },
  ];
}

function textMistakes(): Mistake[] {
  const joined = 'Your server joins the signed text in another way. It is raw body + "." + nonce + "." + timestamp.';
  const texts: ((parts: Parts) => string)[] = [
    ({ body, nonce, timestamp }) => `${body}${nonce}${timestamp}`,
    ({ body, nonce, timestamp }) => `${body}.${timestamp}.${nonce}`,
    ({ body, nonce, timestamp }) => `${nonce}.${timestamp}.${body}`,
    ({ body, nonce, timestamp }) => `${timestamp}.${nonce}.${body}`,
    ({ body, timestamp }) => `${timestamp}.${body}`,
    ({ body }) => body,
  ];
  const rewritten = 'Your server signs the JSON as it wrote it anew, not as it came. Keep the raw bytes of the body and verify those.';
  return [
    ...texts.map((text) => ({ fix: joined, sign: (parts: Parts) => sign(parts, { text: text(parts) }) })),
    ...[withSpaces, withIndent].map((write) => ({
      fix: rewritten,
      sign: (parts: Parts) => sign(parts, { text: `${write(parts.body)}.${parts.nonce}.${parts.timestamp}` }),
    })),
  ];
}

function encodingMistakes(): Mistake[] {
  const hash = 'Your server uses another hash. The signature is HMAC-SHA256.';
  return [
    { fix: 'Your server compares in hex. The header holds standard base64.', sign: (parts) => sign(parts, { encode: toHex }) },
    { fix: hash, sign: (parts) => sign(parts, { hash: 'SHA-1' }) },
    { fix: hash, sign: (parts) => sign(parts, { hash: 'SHA-512' }) },
  ];
}

interface Otherwise {
  key?: string | Uint8Array<ArrayBuffer>;
  text?: string;
  hash?: Hash;
  encode?: (bytes: Uint8Array) => string;
}

async function sign({ secret, body, nonce, timestamp }: Parts, otherwise: Otherwise): Promise<string> {
  const { key = secret, text = `${body}.${nonce}.${timestamp}`, hash = 'SHA-256', encode = toBase64 } = otherwise;
  return encode(await hmac(hash, key, text));
}

/** As `json.dumps` of Python writes it; the body is known to hold no colon or comma before a quote in its texts. */
function withSpaces(json: string): string {
  return json.replaceAll('":', '": ').replaceAll(/,(?=["{[])/g, ', ');
}

function withIndent(json: string): string {
  return JSON.stringify(JSON.parse(json), undefined, 2);
}
