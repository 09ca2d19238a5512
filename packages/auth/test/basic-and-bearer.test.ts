import { isAuthError } from '@convapi/core';
import { expect, test } from 'vitest';
import * as auth from '../src/index.ts';

const call = { url: 'https://eu.conversation.api.sinch.com/v1' };

test('the entry exports these names and no others', () => {
  expect(Object.keys(auth).sort()).toEqual(['basicAuth', 'bearerToken', 'clientCredentials']);
});

test('basicAuth sends the key with each call, also when it is not ASCII', async () => {
  const headers = await auth.basicAuth({ keyId: 'schlüssel', keySecret: 'geheim' }).headers(call);
  expect(headers).toEqual({ authorization: `Basic ${Buffer.from('schlüssel:geheim').toString('base64')}` });
});

test('basicAuth names the part of the key that is missing', () => {
  expect(() => auth.basicAuth({ keyId: 'a', keySecret: '' })).toThrow(/keySecret is missing/);
});

test('bearerToken asks for the token on each call', async () => {
  let count = 0;
  const bearer = auth.bearerToken(async () => {
    count += 1;
    return `token-${count}`;
  });
  expect(await bearer.headers(call)).toEqual({ authorization: 'Bearer token-1' });
  expect(await bearer.headers(call)).toEqual({ authorization: 'Bearer token-2' });
});

test('bearerToken says when no token came', async () => {
  const none = auth.bearerToken(() => undefined as unknown as string);
  await expect(none.headers(call)).rejects.toSatisfy(isAuthError);
  await expect(none.headers(call)).rejects.toThrow(/returned no token/);
});
