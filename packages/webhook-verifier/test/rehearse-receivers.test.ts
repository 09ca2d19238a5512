import { createHmac, timingSafeEqual } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Flaws, missesOf, parse, rehearseFlaws } from './rehearse-receiver.ts';

const BYTES = ['pretty-printed', 'spaces', 'escaped-unicode', 'escaped-slash', 'float', 'big-number'].map((one) => `bytes:${one}`);
const MEMORY = ['at-once', 'at-the-same-time', 'after-others'].map((one) => `replay:${one}`);
const rejectsAll = ['genuine:', 'bytes:', 'time:late', 'replay:'];

it('finds nothing to mend in a careful receiver that was not made with this package', async () => {
  const report = await rehearseFlaws({});
  expect(missesOf(report)).toEqual([]);
  expect(report).toMatchObject({ ok: true, score: 100, advice: [], takesGenuine: true });
});

describe('a receiver with one flaw misses just that', () => {
  const cases: [string, Flaws, string[], RegExp][] = [
    ['verifies JSON.stringify of the parsed body', { body: rewrite }, BYTES, /parsed the body before you verified it.*Keep the raw bytes/],
    ['has no check of the timestamp', { checksTime: false }, ['time:stale', 'time:day-old', 'time:future'], /Compare timestamps/],
    ['has no memory of what it saw', { remembers: false }, MEMORY, /Remember nonces/],
    [
      'throws on kinds that it does not know',
      {
        handle(event) {
          if (Object.keys(event).some((key) => key.startsWith('brand_new'))) throw new Error('unknown kind');
        },
      },
      ['genuine:unknown-kind'],
      /Answer 2xx to kinds and fields that you do not know/,
    ],
    [
      'compares only the first characters of the signature',
      { isEqual: (a, b) => a.slice(0, 8) === b.slice(0, 8) },
      ['forged:half-signature', 'forged:cut-signature', 'forged:last-character', 'forged:long-signature'],
      /Compare the whole signature/,
    ],
    [
      'compares without regard to casing',
      { isEqual: (a, b) => a.toLowerCase() === b.toLowerCase() },
      ['forged:signature-casing'],
      /Compare the whole signature/,
    ],
    [
      'calls timingSafeEqual on different lengths',
      { isEqual: (a, b) => timingSafeEqual(Buffer.from(a), Buffer.from(b)) },
      [
        'forged:cut-signature',
        'forged:long-signature',
        'forged:sha1',
        'forged:no-algorithm',
        'headers:garbage',
        'headers:doubled-signature',
      ],
      /timingSafeEqual throws when lengths differ/,
    ],
    [
      'takes the algorithm from the request',
      {
        digest(text, key, req) {
          const algorithm = String(req.headers['x-sinch-webhook-signature-algorithm']);
          if (algorithm === 'none') return 'none';
          return createHmac(algorithm.replace('Hmac', ''), key).update(text).digest('base64');
        },
      },
      ['forged:sha1', 'forged:no-algorithm'],
      /Never take it from the request/,
    ],
    ['has no limit of size', { maxBytes: Number.POSITIVE_INFINITY }, ['robust:oversized', 'robust:oversized-chunked'], /answer 413/],
    ['has a limit of 100 KiB', { maxBytes: 102_400 }, ['genuine:large'], /Raise the limit of your body parser/],
    [
      'is slow',
      {
        handle(_event, clock) {
          clock.at += 2_500;
        },
      },
      ['speed:in-time'],
      /Answer 2xx first and do the work afterwards/,
    ],
    [
      'decodes each chunk by itself',
      { join: (chunks) => Buffer.from(chunks.map((chunk) => chunk.toString()).join('')) },
      ['bytes:chunked'],
      /decode them once at the end/,
    ],
    [
      'takes GET for a callback',
      {
        before(req, res) {
          if (req.method === 'GET') res.end('alive');
          return req.method === 'GET';
        },
      },
      ['robust:get'],
      /answer 405/,
    ],
    [
      'redirects the large ones',
      {
        before(req, res) {
          const isLarge = Number(req.headers['content-length'] ?? 0) > 150_000 && Number(req.headers['content-length']) < 1_000_000;
          if (isLarge) res.writeHead(307, { location: 'http://127.0.0.1:1/elsewhere' }).end();
          return isLarge;
        },
      },
      ['genuine:large'],
      /Answer at this address itself/,
    ],
    [
      'is limited in its rate on forgeries as text',
      {
        before(req, res) {
          const isText = req.headers['content-type'] === 'text/plain';
          if (isText) res.writeHead(429).end();
          return isText;
        },
      },
      ['forged:as-text'],
      /A rate limit answered/,
    ],
    [
      'breaks the connection on another content type',
      {
        before(req) {
          const isOctets = req.headers['content-type'] === 'application/octet-stream';
          if (isOctets) req.socket.destroy();
          return isOctets;
        },
      },
      ['robust:content-type'],
      /closed without an answer/,
    ],
    [
      'knows but refuses repetitions',
      {
        before: (() => {
          const seen = new Set<unknown>();
          return (req, res) => {
            const key = `${req.headers['x-sinch-webhook-signature']}`;
            const again = key.length === 44 && seen.has(key);
            seen.add(key);
            if (again) res.writeHead(409).end();
            return again;
          };
        })(),
      },
      ['replay:answer'],
      /Answer 2xx to a repetition/,
    ],
  ];

  it.each(cases)('%s', async (_name, flaws, misses, fix) => {
    const report = await rehearseFlaws(flaws);
    expect(missesOf(report)).toEqual(misses);
    for (const check of report.checks.filter((one) => !one.passed)) expect(check.fix).toMatch(fix);
    expect(report).toMatchObject({ ok: false, passed: report.total - misses.length });
    expect(report.advice.flatMap((one) => one.checks).sort()).toEqual([...misses].sort());
  });
});

describe('a receiver that answers 200 to everything', () => {
  it('misses every refusal and every repetition, and nothing else', async () => {
    const report = await rehearseFlaws({
      before(req, res) {
        req.resume().on('end', () => res.end('ok'));
        return true;
      },
    });
    const wrong = report.checks.filter((check) => check.expected.startsWith('4xx') || MEMORY.includes(check.id));
    expect(missesOf(report)).toEqual(wrong.map((check) => check.id));
    expect(report.advice.map((one) => one.fix.slice(0, 24))).toContain('Verify the signature ove');
    expect(report.takesGenuine).toBe(true);
  });
});

describe('a receiver that refuses even the plainest callback', () => {
  const cases: [string, Flaws, RegExp][] = [
    ['base64-decodes the secret', { key: (secret) => Buffer.from(secret, 'base64') }, /base64-decodes the secret/],
    ['has a newline behind its secret', { key: (secret) => `${secret}\n` }, /ends in a newline/],
    ['leaves the dots out', { signedText: (body, nonce, timestamp) => `${body}${nonce}${timestamp}` }, /joins the signed text/],
    [
      'has timestamp and nonce the wrong way round',
      { signedText: (body, nonce, time) => `${body}.${time}.${nonce}` },
      /joins the signed text/,
    ],
    ['signs as Stripe does', { signedText: (body, _nonce, time) => `${time}.${body}` }, /joins the signed text/],
    ['signs as Python writes JSON', { body: (raw) => pythonDump(raw) }, /signs the JSON as it wrote it anew/],
    ['indents what it parsed', { body: (raw) => JSON.stringify(parse(raw), undefined, 2) }, /signs the JSON as it wrote it anew/],
    ['compares in hex', { digest: (text, key) => createHmac('sha256', key).update(text).digest('hex') }, /compares in hex/],
    ['uses SHA-512', { digest: (text, key) => createHmac('sha512', key).update(text).digest('base64') }, /another hash/],
    ['has another secret', { key: () => 'quite another' }, /both sides have the same secret/],
  ];

  it.each(cases)('is told what it does wrong: %s', async (_name, flaws, fix) => {
    const report = await rehearseFlaws(flaws);
    const [first] = report.checks;
    expect(first).toMatchObject({ id: 'genuine:message-inbound', passed: false, received: '401 wrong signature' });
    expect(first?.fix).toMatch(fix);
    expect(report.advice[0]?.fix).toBe(first?.fix);
    expect(report.takesGenuine).toBe(false);
  });

  it('misses what is genuine, and no refusal, when it base64-decodes the secret', async () => {
    const report = await rehearseFlaws({ key: (secret) => Buffer.from(secret, 'base64') });
    const genuine = report.checks.filter((check) => rejectsAll.some((start) => check.id.startsWith(start)));
    expect(missesOf(report)).toEqual(genuine.map((check) => check.id));
  });

  it('has nothing to decode in a secret without a digit of base64', async () => {
    const report = await rehearseFlaws({ key: () => 'another' }, { secret: '密' });
    expect(report.checks[0]?.fix).toMatch(/both sides have the same secret/);
  });

  it('is told of the route when that is missing', async () => {
    const report = await rehearseFlaws({
      before(_req, res) {
        res.writeHead(404).end();
        return true;
      },
    });
    expect(report.checks[0]?.fix).toMatch(/No route takes this POST/);
  });
});

/** What such receivers sign; a body that cannot be written anew, as it is too deep for some versions of Node, as it came. */
function rewrite(raw: Buffer): string | Buffer {
  try {
    return JSON.stringify(JSON.parse(raw.toString()));
  } catch {
    return raw;
  }
}

function pythonDump(raw: Buffer): string {
  return raw.toString().replaceAll('":', '": ').replaceAll(',"', ', "').replaceAll(',{', ', {');
}
