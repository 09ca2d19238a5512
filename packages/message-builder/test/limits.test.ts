import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { CHANNELS } from '@convapi/core';
import { describe, expect, it } from 'vitest';
import { API_LIMITS, countSms, LIMIT_SOURCES, LIMITS, send, text, toContact } from '../src/index.ts';

const run = promisify(execFile);

describe('the generated tables', () => {
  it.each(['generate-rules.mjs', 'generate-shapes.mjs'])('are what %s writes', async (script) => {
    const { stderr } = await run(process.execPath, [fileURLToPath(new URL(`../scripts/${script}`, import.meta.url)), '--check']);
    expect(stderr).not.toContain('does not match');
  });

  it('hold every limit of the data file', async () => {
    const data = JSON.parse(await readFile(new URL('../data/channel-limits.json', import.meta.url), 'utf8'));
    const count = (value: unknown): number =>
      typeof value !== 'object' || value === null
        ? 0
        : 'basis' in value
          ? 1
          : Object.values(value).reduce((sum: number, one) => sum + count(one), 0);
    expect(count(LIMITS)).toBe(count(data.channels));
    expect(count(API_LIMITS)).toBe(count(data.api));
    expect(LIMIT_SOURCES).toStrictEqual(data.sources);
  });
});

describe('the limits', () => {
  it('are there for every channel, and for the old Viber bot', () => {
    expect(Object.keys(LIMITS).sort()).toStrictEqual([...CHANNELS, 'VIBER'].sort());
  });

  it('say how sure they are, and no value where nobody states one', () => {
    for (const limits of Object.values(LIMITS)) {
      for (const one of Object.values(limits)) {
        if (typeof one !== 'object' || !('basis' in one)) continue;
        expect(['sinch-api', 'sinch-doc', 'platform', 'unconfirmed', 'unknown']).toContain(one.basis);
        expect(one.value === null).toBe(one.basis === 'unknown');
      }
    }
  });

  it('are those that countSms counts by', () => {
    const { gsm7, gsm7Part, ucs2, ucs2Part } = LIMITS.SMS.textChars.value;
    expect([countSms('a').unitsLeft, countSms('я').unitsLeft]).toStrictEqual([gsm7 - 1, ucs2 - 1]);
    expect([countSms('a'.repeat(161)).unitsLeft, countSms('я'.repeat(71)).unitsLeft]).toStrictEqual([
      2 * gsm7Part - 161,
      2 * ucs2Part - 71,
    ]);
  });

  it('are those that send refuses by', () => {
    const basics = { appId: 'a', to: toContact('c'), message: text('t') };
    const long = (length: number) => 'x'.repeat(length);
    const { messageMetadataChars, correlationIdChars, conversationMetadataChars, channelProperties, ttlSeconds } = API_LIMITS;
    const fits = {
      metadata: long(messageMetadataChars.value),
      correlationId: long(correlationIdChars.value),
      conversationMetadata: { a: long(conversationMetadataChars.value - '{"a":""}'.length) },
      properties: { SMS_SENDER: long(channelProperties.valueChars.value) },
    };
    expect(send({ ...basics, ...fits, ttl: ttlSeconds.value[0] }).ttl).toBe('3s');
    expect(send({ ...basics, ttl: ttlSeconds.value[1] }).ttl).toBe('315576000000s');
    expect(() => send({ ...basics, metadata: `${fits.metadata}x` })).toThrow('send.metadata has 1025 characters');
    expect(() => send({ ...basics, correlationId: `${fits.correlationId}x` })).toThrow('send.correlationId has 129 characters');
    expect(() => send({ ...basics, conversationMetadata: { a: `${fits.conversationMetadata.a}x` } })).toThrow(
      'has 2049 characters as JSON',
    );
    expect(() => send({ ...basics, properties: { SMS_SENDER: `${fits.properties.SMS_SENDER}x` } })).toThrow('SMS_SENDER has 1025');
    expect(() => send({ ...basics, ttl: ttlSeconds.value[0] - 1 })).toThrow('ttl is 2');
    expect(() => send({ ...basics, ttl: ttlSeconds.value[1] + 1 })).toThrow('ttl is');
  });
});
