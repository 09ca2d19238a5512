import { describe, expect, it } from 'vitest';
import { type Lab, startLab } from './support.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

function basic(id: string, secret: string): Record<string, string> {
  return { authorization: `Basic ${btoa(`${id}:${secret}`)}` };
}

async function token(lab: Lab): Promise<string> {
  const answer = await lab.call('POST', '/oauth2/token', 'grant_type=client_credentials', { ...FORM, ...basic(lab.keyId, lab.keySecret) });
  return String(answer.body.access_token);
}

describe('token endpoint', () => {
  it('gives a three-part token that lasts an hour', async () => {
    const lab = await startLab();
    const answer = await lab.call('POST', '/oauth2/token', 'grant_type=client_credentials', FORM);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ expires_in: 3600, token_type: 'bearer' });
    const parts = String(answer.body.access_token).split('.');
    expect(parts).toHaveLength(3);
    const claims = JSON.parse(Buffer.from(parts[1] ?? '', 'base64url').toString()) as { exp: number };
    expect(claims.exp * 1000).toBe(lab.control.now() + 3_600_000);
  });

  it('takes the key from the form as well', async () => {
    const lab = await startLab();
    const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: lab.keyId, client_secret: lab.keySecret });
    const answer = await lab.call('POST', '/oauth2/token', form.toString(), { ...FORM, authorization: '' });
    expect(answer.status).toBe(200);
  });

  it('refuses a wrong secret as RFC 6749 says', async () => {
    const lab = await startLab();
    const answer = await lab.call('POST', '/oauth2/token', 'grant_type=client_credentials', { ...FORM, ...basic(lab.keyId, 'wrong') });
    expect(answer.status).toBe(401);
    expect(answer.body.error).toBe('invalid_client');
    expect(answer.headers.get('www-authenticate')).toContain('invalid_client');
  });

  it.each([
    ['grant_type=password', FORM, 'unsupported_grant_type'],
    ['', FORM, 'invalid_request'],
    ['{"grant_type":"client_credentials"}', { 'content-type': 'application/json' }, 'invalid_request'],
  ])('refuses the body "%s"', async (body, headers, error) => {
    const lab = await startLab();
    const answer = await lab.call('POST', '/oauth2/token', body, headers);
    expect([answer.status, answer.body.error]).toEqual([400, error]);
  });

  it('takes POST only', async () => {
    const lab = await startLab();
    expect((await lab.call('GET', '/oauth2/token')).status).toBe(405);
  });
});

describe('calls', () => {
  it('lets a token in', async () => {
    const lab = await startLab();
    expect((await lab.call('GET', '/apps', undefined, { authorization: `Bearer ${await token(lab)}` })).status).toBe(200);
  });

  it('lets the key in with Basic', async () => {
    const lab = await startLab();
    expect((await lab.call('GET', '/apps')).status).toBe(200);
  });

  it('says that a token expired, so that clients fetch a new one', async () => {
    const lab = await startLab();
    const authorization = `Bearer ${await token(lab)}`;
    await lab.control.advance(3_600_000);
    const answer = await lab.call('GET', '/apps', undefined, { authorization });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toContain('expired');
  });

  it('accepts the token of an emulator that ran before with the same key', async () => {
    const authorization = `Bearer ${await token(await startLab())}`;
    const lab = await startLab();
    expect((await lab.call('GET', '/apps', undefined, { authorization })).status).toBe(200);
  });

  it.each([
    ['no header', { authorization: '' }],
    ['a home-made token', { authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJleHAiOjk5OTk5OTk5OTl9.AAAA' }],
    ['a token of two parts', { authorization: 'Bearer a.b' }],
    ['a wrong secret', basic('0e1a7040-0000-4000-8000-00000000000a', 'wrong')],
    ['Basic without a colon', { authorization: `Basic ${btoa('abc')}` }],
  ])('refuses %s', async (_what, headers) => {
    const lab = await startLab();
    const answer = await lab.call('GET', '/apps', undefined, headers);
    expect(answer.status).toBe(401);
    expect(answer.body.error).toMatchObject({ code: 401, message: 'Request had invalid credentials.', status: 'UNAUTHENTICATED' });
    expect(answer.headers.get('www-authenticate')).not.toContain('expired');
  });

  it('refuses another project', async () => {
    const lab = await startLab();
    const answer = await lab.call('GET', '/v1/projects/another/apps');
    expect([answer.status, answer.body.error.status]).toEqual([403, 'PERMISSION_DENIED']);
  });

  it('refuses a token that another key signed', async () => {
    const authorization = `Bearer ${await token(await startLab({ keySecret: 'another secret' }))}`;
    const lab = await startLab();
    expect((await lab.call('GET', '/apps', undefined, { authorization })).status).toBe(401);
  });
});
