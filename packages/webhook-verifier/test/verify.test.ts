import { describe, expect, it } from 'vitest';
import {
  createWebhookVerifier,
  isWebhookVerificationError,
  memoryReplayGuard,
  type WebhookMatch,
  type WebhookRefusalReason,
  WebhookVerificationError,
} from '../src/index.ts';
import { INBOUND, NOW, now, reasonOf, refusalOf, SECRET, sign, signedRequest, verifierAt } from './helpers.ts';

const FULL = 'x-sinch-webhook-signature';

describe('options', () => {
  const wrong: [string, object][] = [
    ['secrets', {}],
    ['secrets', { secrets: '' }],
    ['secrets', { secrets: [] }],
    ['secrets', { secrets: ['right', ''] }],
    ['secrets', { secrets: [17] }],
    ['secrets', { secrets: null }],
    ['toleranceSeconds', { secrets: SECRET, toleranceSeconds: -1 }],
    ['toleranceSeconds', { secrets: SECRET, toleranceSeconds: Number.NaN }],
    ['toleranceSeconds', { secrets: SECRET, toleranceSeconds: Number.POSITIVE_INFINITY }],
    ['toleranceSeconds', { secrets: SECRET, toleranceSeconds: '300' }],
    ['maxBodyBytes', { secrets: SECRET, maxBodyBytes: -1 }],
    ['replayGuard', { secrets: SECRET, replayGuard: {} }],
    ['replayGuard', { secrets: SECRET, replayGuard: true }],
  ];

  it.each(wrong)('names %s when it is wrong: %j', (name, options) => {
    expect(() => createWebhookVerifier(options as never)).toThrow(`[@convapi/webhook-verifier] Option ${name} must be `);
  });

  it.each([' s', 's ', 's\n', '\ts', 's\u0000', 'a\nb', ' ', '\u00a0s', '\u001bs'])(
    'refuse the secret %j, which was pasted with more than itself',
    (secret) => {
      for (const secrets of [secret, ['right', secret]]) {
        expect(() => createWebhookVerifier({ secrets })).toThrow('Option secrets must be text without white space around it');
      }
    },
  );

  it.each(['s', 'with a space inside', 'åäö', '"quoted"', '🎉', '='])('take the secret %j', async (secret) => {
    const headers = await sign(INBOUND, { secret });
    expect((await verifierAt({ secrets: secret }).verify(INBOUND, headers)).trigger).toBe('MESSAGE_INBOUND');
  });

  it.each(['secret', 'tolerance', 'maxBodySize', 'guard', 'leaseSeconds'])(
    'refuse an unknown one, and name those that there are: %s',
    (name) => {
      const known = 'secrets, toleranceSeconds, maxBodyBytes, replayGuard, onMatch or now';
      for (const more of [{}, { secrets: SECRET }]) {
        expect(() => createWebhookVerifier({ ...more, [name]: 's' } as never)).toThrow(`Option ${name} must be named ${known}.`);
      }
    },
  );

  it('ask for the secrets when there are no options at all', () => {
    expect(() => (createWebhookVerifier as () => unknown)()).toThrow('Option secrets must be text');
  });

  it('never repeats a secret in a message', () => {
    expect(() => createWebhookVerifier({ secrets: ['s3cr3t-one', 17 as never] })).toThrow(/^(?!.*s3cr3t-one)/);
  });

  it('copies the list of secrets', async () => {
    const secrets = [SECRET];
    const verifier = createWebhookVerifier({ secrets, now });
    secrets[0] = 'other';
    expect((await verifier.verify(INBOUND, await sign(INBOUND))).trigger).toBe('MESSAGE_INBOUND');
  });

  it('uses the real clock unless it is given one', async () => {
    const verifier = createWebhookVerifier({ secrets: SECRET });
    expect(await reasonOf(verifier.verify(INBOUND, await sign(INBOUND)))).toBe('timestamp_out_of_tolerance');
    const headers = await sign(INBOUND, { timestamp: Math.floor(Date.now() / 1000) });
    expect((await verifier.verify(INBOUND, headers)).trigger).toBe('MESSAGE_INBOUND');
  });
});

describe('the body', () => {
  const bytes = new TextEncoder().encode(INBOUND);
  const forms: [string, unknown][] = [
    ['text', INBOUND],
    ['a Uint8Array', bytes],
    ['a Buffer', Buffer.from(INBOUND)],
    ['a slice of a longer buffer', Buffer.from(`xx${INBOUND}xx`).subarray(2, -2)],
    ['an ArrayBuffer', bytes.slice().buffer],
    ['a DataView', new DataView(bytes.buffer)],
  ];

  it.each(forms)('may be %s', async (_name, body) => {
    expect((await verifierAt().verify(body as string, await sign(INBOUND))).trigger).toBe('MESSAGE_INBOUND');
  });

  it.each([[JSON.parse(INBOUND)], [[1, 2]], [null], [undefined], [17]])(
    'is refused when a parser had it before, with advice: %#',
    async (body) => {
      const error = await refusalOf(verifierAt().verify(body as never, await sign(INBOUND)));
      expect(error.reason).toBe('body_already_parsed');
      expect(error.message).toContain('Pass raw body and headers');
    },
  );

  it('is taken from an unread Request', async () => {
    expect((await verifierAt().verify(await signedRequest(INBOUND))).trigger).toBe('MESSAGE_INBOUND');
  });

  it('is refused when the Request was read before', async () => {
    const request = await signedRequest(INBOUND);
    await request.text();
    expect(await reasonOf(verifierAt().verify(request))).toBe('body_already_parsed');
  });

  it('is refused when someone is reading the Request', async () => {
    const request = await signedRequest(INBOUND);
    request.body?.getReader();
    expect(await reasonOf(verifierAt().verify(request))).toBe('body_already_parsed');
  });

  it('may be absent from a Request, which is no event', async () => {
    const request = new Request('https://example.com', { method: 'POST', headers: await sign('') });
    expect(await reasonOf(verifierAt().verify(request))).toBe('malformed_body');
  });

  it('may come in many pieces', async () => {
    const source = new ReadableStream({
      start(controller) {
        for (let i = 0; i < bytes.length; i += 7) controller.enqueue(bytes.slice(i, i + 7));
        controller.close();
      },
    });
    const init = { method: 'POST', headers: await sign(INBOUND), body: source, duplex: 'half' };
    expect((await verifierAt().verify(new Request('https://example.com', init))).trigger).toBe('MESSAGE_INBOUND');
  });

  it('may be as long as the limit and no longer, as bytes, text and Request', async () => {
    const exact = '{"message":{"text":"åäö"}}';
    const size = new TextEncoder().encode(exact).length;
    for (const maxBodyBytes of [size, size - 1]) {
      const verify = verifierAt({ maxBodyBytes, replayGuard: false }).verify;
      const calls = [verify(exact, await sign(exact)), verify(Buffer.from(exact), await sign(exact)), verify(await signedRequest(exact))];
      const outcomes = calls.map((call) =>
        call.then(
          (event) => event.trigger,
          (error: WebhookVerificationError) => error.reason,
        ),
      );
      expect(await Promise.all(outcomes)).toEqual(Array(3).fill(maxBodyBytes === size ? 'MESSAGE_INBOUND' : 'body_too_large'));
    }
  });

  it('is not read when the headers are wrong by themselves', async () => {
    const wrong: [WebhookRefusalReason, Record<string, string>][] = [
      ['missing_header', { [`${FULL}-nonce`]: '' }],
      ['unsupported_algorithm', { [`${FULL}-algorithm`]: 'none' }],
      ['signature_mismatch', { [`${FULL}-nonce`]: 'a.b' }],
    ];
    for (const [reason, header] of wrong) {
      const unread = new ReadableStream<Uint8Array>({ pull: () => expect.unreachable() }, { highWaterMark: 0 });
      expect(await reasonOf(verifierAt().verify(unread, { ...(await sign(INBOUND)), ...header }))).toBe(reason);
    }
  });

  it('is not read further than the limit, whatever content-length says', async () => {
    let pulled = 0;
    let cancelled = false;
    const source = new ReadableStream(
      {
        pull(controller) {
          pulled++;
          controller.enqueue(new Uint8Array(100));
        },
        cancel() {
          cancelled = true;
          throw new Error('a source that fails to stop');
        },
      },
      { highWaterMark: 0 },
    );
    const init = { method: 'POST', headers: { ...(await sign('')), 'content-length': '5' }, body: source, duplex: 'half' };
    expect(await reasonOf(verifierAt({ maxBodyBytes: 1000 }).verify(new Request('https://example.com', init)))).toBe('body_too_large');
    expect(cancelled).toBe(true);
    expect(pulled).toBeLessThan(15);
  });
});

describe('a stream of the body', () => {
  const bytes = new TextEncoder().encode(INBOUND);
  const streamOf = (...chunks: Uint8Array[]) =>
    new ReadableStream<Uint8Array>({
      start(controller) {
        for (const chunk of chunks) controller.enqueue(chunk);
        controller.close();
      },
    });

  it('is read, whole or in pieces', async () => {
    for (const stream of [streamOf(bytes), streamOf(bytes.slice(0, 9), new Uint8Array(), bytes.slice(9))]) {
      expect((await verifierAt().verify(stream, await sign(INBOUND))).trigger).toBe('MESSAGE_INBOUND');
    }
  });

  it('may be empty, which is no event', async () => {
    expect(await reasonOf(verifierAt().verify(streamOf(), await sign('')))).toBe('malformed_body');
  });

  it('is read no further than the limit', async () => {
    let pulled = 0;
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled++;
        controller.enqueue(new Uint8Array(100));
      },
      cancel: () => {
        cancelled = true;
      },
    });
    expect(await reasonOf(verifierAt({ maxBodyBytes: 1000 }).verify(endless, await sign('')))).toBe('body_too_large');
    expect([cancelled, pulled < 15]).toEqual([true, true]);
  });

  it('is refused while someone else reads it', async () => {
    const stream = streamOf(bytes);
    stream.getReader();
    expect(await reasonOf(verifierAt().verify(stream, await sign(INBOUND)))).toBe('body_already_parsed');
  });

  it('is not what a sender can write into JSON', async () => {
    for (const body of [
      { getReader: 'x', locked: false },
      { body: 'x', headers: { get: 'x' } },
      { byteLength: 1, buffer: 'x' },
    ]) {
      expect(await reasonOf(verifierAt().verify(body as never, await sign(INBOUND)))).toBe('body_already_parsed');
    }
  });

  it('may break off, and what it throws comes through', async () => {
    const broken = new ReadableStream<Uint8Array>({ start: (controller) => controller.error(new Error('gone')) });
    await expect(verifierAt().verify(broken, await sign(INBOUND))).rejects.toThrow('gone');
  });
});

describe('the headers', () => {
  it('may be a record in any casing, with values in lists', async () => {
    const signed = Object.entries(await sign(INBOUND));
    const upper = Object.fromEntries(signed.map(([name, value]) => [name.toUpperCase(), value]));
    const lists = Object.fromEntries(signed.map(([name, value]) => [name, [value]]));
    for (const headers of [upper, lists, new Headers(signed)]) {
      expect((await verifierAt().verify(INBOUND, headers)).trigger).toBe('MESSAGE_INBOUND');
    }
  });

  it.each([FULL, `${FULL}-nonce`, `${FULL}-timestamp`])('must hold %s', async (name) => {
    for (const value of [undefined, '', []]) {
      const error = await refusalOf(verifierAt().verify(INBOUND, { ...(await sign(INBOUND)), [name]: value }));
      expect(error.reason).toBe('missing_header');
      expect(error.message).toBe(`[@convapi/webhook-verifier] Refused: missing_header. No ${name}: set a secret on the webhook.`);
    }
  });

  it('are asked for when they are left out', async () => {
    const error = await refusalOf(verifierAt().verify(INBOUND as never));
    expect(error.message).toContain('Pass raw body and headers');
  });

  it('may leave the algorithm out', async () => {
    const { [`${FULL}-algorithm`]: _, ...headers } = await sign(INBOUND);
    expect((await verifierAt().verify(INBOUND, headers)).trigger).toBe('MESSAGE_INBOUND');
  });

  it.each(['HmacSHA1', 'none', 'hmacsha256', 'HmacSHA512', ' ', ''])('are refused when they name the algorithm %j', async (algorithm) => {
    const headers = { ...(await sign(INBOUND)), [`${FULL}-algorithm`]: algorithm };
    expect(await reasonOf(verifierAt().verify(INBOUND, headers))).toBe('unsupported_algorithm');
  });

  const twice: [string, WebhookRefusalReason][] = [
    [FULL, 'signature_mismatch'],
    [`${FULL}-nonce`, 'signature_mismatch'],
    [`${FULL}-timestamp`, 'signature_mismatch'],
    [`${FULL}-algorithm`, 'unsupported_algorithm'],
  ];

  it.each(twice)('are refused with %s twice, in a list, joined or in Headers, as %s', async (name, reason) => {
    const signed = await sign(INBOUND);
    const appended = new Headers(signed);
    appended.append(name, String(signed[name]));
    const lists = { ...signed, [name]: [String(signed[name]), String(signed[name])] };
    const joined = { ...signed, [name]: `${signed[name]}, ${signed[name]}` };
    for (const headers of [appended, lists, joined]) expect(await reasonOf(verifierAt().verify(INBOUND, headers))).toBe(reason);
  });

  it('are refused with an empty value beside the right one', async () => {
    const signed = await sign(INBOUND);
    const lists = { ...signed, [FULL]: ['', signed[FULL]] };
    expect(await reasonOf(verifierAt().verify(INBOUND, lists))).toBe('signature_mismatch');
    expect(await reasonOf(verifierAt().verify(INBOUND, { ...signed, [FULL]: ['', ''] }))).toBe('signature_mismatch');
  });

  it('may hold a header with the name of a method', async () => {
    expect((await verifierAt().verify(INBOUND, { ...(await sign(INBOUND)), get: 'it', tostring: 'x' })).trigger).toBe('MESSAGE_INBOUND');
  });
});

describe('the signature', () => {
  it.each(['first', 'second', 'third'])('may be made with any of several secrets: the %s', async (secret) => {
    const verifier = createWebhookVerifier({ secrets: ['first', 'second', 'third'], now });
    expect((await verifier.verify(INBOUND, await sign(INBOUND, { secret }))).trigger).toBe('MESSAGE_INBOUND');
  });

  it('is refused when it was made with another secret, and the message holds neither secret nor signature', async () => {
    const headers = await sign(INBOUND, { secret: 'another-secret' });
    const error = await refusalOf(verifierAt().verify(INBOUND, headers));
    expect(error.reason).toBe('signature_mismatch');
    const shown = `${error.message} ${error.stack} ${JSON.stringify(error)}`;
    for (const secret of [SECRET, 'another-secret', headers[FULL]]) expect(shown).not.toContain(secret);
  });

  it('is refused when the body was parsed and written anew', async () => {
    const minified = JSON.stringify(JSON.parse(INBOUND));
    expect(await reasonOf(verifierAt().verify(minified, await sign(INBOUND)))).toBe('signature_mismatch');
  });

  it.each(['å', '%%%', 'a'.repeat(10_000)])('is refused when it is malformed: %#', async (signature) => {
    expect(await reasonOf(verifierAt().verify(INBOUND, { ...(await sign(INBOUND)), [FULL]: signature }))).toBe('signature_mismatch');
  });
});

describe('the borders between body, nonce and timestamp', () => {
  const NONCE = '01M8XV3N5B7Q2R4T6W8Y0Z1C3D';
  // What a person wrote holds dots, and so a place to split at.
  const body = '{"message":{"contact_message":{"text_message":{"text":"see www.example.com. ok"}}}}';

  /** Every other way to split what was signed into a body, a nonce and a timestamp. */
  async function splits() {
    const { [FULL]: signature, ...signed } = await sign(body, { nonce: NONCE });
    const parts = `${body}.${NONCE}.${NOW}`.split('.');
    const all: [body: string, headers: Record<string, string>][] = [];
    for (let first = 1; first < parts.length - 1; first++) {
      for (let second = first + 1; second < parts.length; second++) {
        const [start, nonce, timestamp] = [parts.slice(0, first), parts.slice(first, second), parts.slice(second)].map((one) =>
          one.join('.'),
        );
        const headers = {
          ...signed,
          [FULL]: String(signature),
          [`${FULL}-nonce`]: String(nonce),
          [`${FULL}-timestamp`]: String(timestamp),
        };
        if (start !== body) all.push([String(start), headers]);
      }
    }
    return all;
  }

  it('cannot be moved: whoever has one callback cannot make another of it', async () => {
    const all = await splits();
    expect(all.length).toBeGreaterThan(5);
    for (const [shorter, headers] of all) {
      // With any clock: a timestamp with a dot is no timestamp, whatever the time.
      const reason = await reasonOf(verifierAt().verify(shorter, headers));
      expect(['signature_mismatch', 'timestamp_out_of_tolerance']).toContain(reason);
    }
  });

  it('are judged before anything is hashed, even where the signature is right and the rest is JSON', async () => {
    // The nonce takes the end of the body: what is left is JSON of its own.
    const left = '{"message":{}}';
    const [nonce, timestamp] = ['{"more":1}.N', String(NOW)];
    const headers = await sign(`${left}.{"more":1}`, { nonce: 'N' });
    const moved = { ...headers, [`${FULL}-nonce`]: nonce, [`${FULL}-timestamp`]: timestamp };
    expect(await reasonOf(verifierAt().verify(left, moved))).toBe('signature_mismatch');
    const stream = new ReadableStream<Uint8Array>({ pull: () => expect.unreachable() }, { highWaterMark: 0 });
    expect(await reasonOf(verifierAt().verify(stream, moved))).toBe('signature_mismatch');
  });

  it.each(['n', NONCE, crypto.randomUUID(), 'a-b_c~d', 'a/b+c=', '{}:,"', 'with space', '1'.repeat(200)])(
    'do not forbid other nonces: %s',
    async (nonce) => {
      expect((await verifierAt().verify(body, await sign(body, { nonce }))).trigger).toBe('MESSAGE_INBOUND');
    },
  );

  it('are kept by what signs: no nonce with a dot', async () => {
    await expect(sign(body, { nonce: 'a.b' })).rejects.toThrow('Option nonce must be text without a dot');
  });
});

describe('the secret that fits', () => {
  const secrets = ['current', 'previous', 'of the app'];

  it.each([0, 1, 2])('is reported by its place, with the event: %i', async (index) => {
    const matches: WebhookMatch[] = [];
    const verifier = createWebhookVerifier({ secrets, now, onMatch: (match) => void matches.push(match) });
    const event = await verifier.verify(INBOUND, await sign(INBOUND, { secret: String(secrets[index]) }));
    expect(matches).toMatchObject([{ event, secretIndex: index }]);
    expect(JSON.stringify(matches)).not.toContain(String(secrets[index]));
  });

  it('is not reported for what is refused, but for repetitions', async () => {
    let matches = 0;
    const verifier = verifierAt({ onMatch: () => void matches++ });
    await reasonOf(verifier.verify(INBOUND, await sign(INBOUND, { secret: 'other' })));
    await reasonOf(verifier.verify(INBOUND, await sign(INBOUND, { timestamp: NOW - 301 })));
    await reasonOf(verifier.verify('{', await sign('{')));
    expect(matches).toBe(0);
    const headers = await sign(INBOUND);
    await verifier.verify(INBOUND, headers);
    await reasonOf(verifier.verify(INBOUND, headers));
    expect(matches).toBe(2);
  });

  it('may be reported to a function that throws, which claims nothing', async () => {
    let fails = true;
    const onMatch = () => {
      if (fails) throw new Error('metrics are down');
    };
    const verifier = verifierAt({ onMatch });
    const headers = await sign(INBOUND);
    await expect(verifier.verify(INBOUND, headers)).rejects.toThrow('metrics are down');
    fails = false;
    expect((await verifier.verify(INBOUND, headers)).trigger).toBe('MESSAGE_INBOUND');
  });
});

describe('the timestamp', () => {
  it.each([-300, -1, 0, 1, 300])('may be %i s from now', async (distance) => {
    const headers = await sign(INBOUND, { timestamp: NOW + distance });
    expect((await verifierAt().verify(INBOUND, headers)).trigger).toBe('MESSAGE_INBOUND');
  });

  it.each([-301, 301, -NOW, 1e12])('is refused %i s from now', async (distance) => {
    const headers = await sign(INBOUND, { timestamp: NOW + distance });
    expect(await reasonOf(verifierAt().verify(INBOUND, headers))).toBe('timestamp_out_of_tolerance');
  });

  it('has a tolerance of its own choice, zero included', async () => {
    const verifier = verifierAt({ toleranceSeconds: 0 });
    expect((await verifier.verify(INBOUND, await sign(INBOUND))).trigger).toBe('MESSAGE_INBOUND');
    expect(await reasonOf(verifier.verify(INBOUND, await sign(INBOUND, { timestamp: NOW + 1 })))).toBe('timestamp_out_of_tolerance');
  });

  it.each([`${NOW}.0`, `+${NOW}`, `0x${NOW.toString(16)}`, '1e9', 'now', '-1', '9'.repeat(400)])(
    'is refused when it is %s, however well it is signed',
    async (timestamp) => {
      const headers = await sign(INBOUND, { timestamp: timestamp as unknown as number });
      expect(await reasonOf(verifierAt().verify(INBOUND, headers))).toBe('timestamp_out_of_tolerance');
    },
  );
});

describe('refusals', () => {
  it('say the reason and what to do, in one shape', async () => {
    const refused = await refusalOf(verifierAt().verify(INBOUND, await sign(INBOUND, { secret: 'other' })));
    expect(refused.message).toBe(
      '[@convapi/webhook-verifier] Refused: signature_mismatch. Check the secret, white space around it, and the raw body.',
    );
    expect(Object.hasOwn(refused, 'cause')).toBe(false);
  });

  it('are told apart from other errors', () => {
    const error = new WebhookVerificationError('replayed', 'Seen.', { cause: 'why' });
    expect(isWebhookVerificationError(error)).toBe(true);
    expect(error).toMatchObject({ name: 'WebhookVerificationError', reason: 'replayed', cause: 'why' });
    expect(error.message).toBe('[@convapi/webhook-verifier] Seen.');
    for (const other of [new Error('x'), { name: 'WebhookVerificationError' }, null]) expect(isWebhookVerificationError(other)).toBe(false);
  });

  it('keep what lies behind them', async () => {
    expect((await refusalOf(verifierAt().verify('{', await sign('{')))).cause).toBeInstanceOf(SyntaxError);
  });

  it('leave nothing behind in a guard that is shared', async () => {
    const guard = memoryReplayGuard();
    const headers = await sign(INBOUND);
    await reasonOf(verifierAt({ replayGuard: guard, secrets: 'other' }).verify(INBOUND, headers));
    expect((await verifierAt({ replayGuard: guard }).verify(INBOUND, headers)).trigger).toBe('MESSAGE_INBOUND');
  });
});
