import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { WebhookVerificationError } from '../src/index.ts';
import { tryChanged, type Verify } from './fuzz-properties.ts';

interface Read {
  body: Buffer;
  signature: string;
  nonce: string;
  timestamp: string;
}

type Expected = (read: Read, secret: string) => boolean;

const sign = (secret: string, text: string | Buffer) => createHmac('sha256', secret).update(text).digest('base64');
const signAll = ({ body, nonce, timestamp }: Read, secret: string) =>
  sign(secret, Buffer.concat([body, Buffer.from(`.${nonce}.${timestamp}`)]));

/** A verifier with a mistake, otherwise much like the real one. */
function verifierWith(isRight: Expected, algorithms = /^(HmacSHA256)?$/): (secret: string) => Verify {
  return (secret) => async (input, headers) => {
    const read = await readAll(input, headers);
    const algorithm = read.get('-algorithm') ?? 'HmacSHA256';
    if (!algorithms.test(algorithm) || algorithm === '') throw refused();
    const [signature, nonce, timestamp] = ['', '-nonce', '-timestamp'].map((name) => read.get(name) ?? '');
    if (!signature || !nonce || !timestamp || !isRight({ body: read.body, signature, nonce, timestamp }, secret)) throw refused();
    return {};
  };
}

async function readAll(...[input, headers = {}]: Parameters<Verify>) {
  const name = 'x-sinch-webhook-signature';
  const source = input instanceof Request ? input.headers : headers;
  const isWeb = (one: typeof source): one is Headers => typeof one.get === 'function';
  const record = isWeb(source)
    ? Object.fromEntries(['', '-nonce', '-timestamp', '-algorithm'].map((one) => [name + one, source.get(name + one)]))
    : source;
  const lower = new Map(Object.entries(record).map(([key, value]) => [key.toLowerCase(), value?.toString()]));
  const bytes = input instanceof Request ? await input.arrayBuffer() : input;
  const body = typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.from(new Uint8Array(bytes));
  return { body, get: (suffix: string) => lower.get(name + suffix) };
}

function refused() {
  return new WebhookVerificationError('signature_mismatch', 'No.');
}

describe('the changed callbacks', () => {
  const mistakes: Record<string, (secret: string) => Verify> = {
    'that compares the first eight characters': verifierWith(
      (read, secret) => signAll(read, secret).slice(0, 8) === read.signature.slice(0, 8),
    ),
    'that decodes the signature before it compares': verifierWith((read, secret) =>
      Buffer.from(read.signature, 'base64').equals(Buffer.from(signAll(read, secret), 'base64')),
    ),
    'that trims the signature': verifierWith((read, secret) => signAll(read, secret) === read.signature.trim()),
    'that has no regard to casing': verifierWith((read, secret) => signAll(read, secret).toLowerCase() === read.signature.toLowerCase()),
    'that reads the timestamp as a number': verifierWith(
      (read, secret) => signAll({ ...read, timestamp: `${+read.timestamp}` }, secret) === read.signature,
    ),
    'that reads the body as text with a byte order mark cut off': verifierWith(
      (read, secret) => signAll({ ...read, body: Buffer.from(read.body.toString().replace(/^\ufeff/, '')) }, secret) === read.signature,
    ),
    'that takes any algorithm': verifierWith((read, secret) => signAll(read, secret) === read.signature, /./),
    'that throws another error': (secret) => async (input, headers) => {
      const read = await readAll(input, headers);
      return verifierWith(() => decodeURIComponent(read.get('-nonce') ?? '') === secret)(secret)(input, headers);
    },
    'that refuses everything': () => () => Promise.reject(refused()),
  };

  it.each(Object.entries(mistakes))('find out a verifier %s', async (_name, createVerify) => {
    await expect(tryChanged(createVerify, 20_000, 17)).rejects.toThrow(/Property failed/);
  });

  it('have nothing against a verifier without a mistake', async () => {
    await tryChanged(
      verifierWith((read, secret) => signAll(read, secret) === read.signature),
      2_000,
    );
  });
});
