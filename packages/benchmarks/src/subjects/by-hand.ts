import { type ClientSettings, PHONE, type SubjectClient } from './subject.ts';

/** Makes one request and resolves to the parsed answer. */
export type RequestJson = (method: 'GET' | 'POST', url: string, headers: Record<string, string>, body?: string) => Promise<unknown>;

/** A token that is asked for once and never renewed: what code written by hand in an afternoon does. */
export function tokenByHand({ tokenUrl, keyId, keySecret }: ClientSettings, request: RequestJson): () => Promise<string> {
  let token: Promise<string> | undefined;
  const headers = {
    authorization: `Basic ${Buffer.from(`${keyId}:${keySecret}`).toString('base64')}`,
    'content-type': 'application/x-www-form-urlencoded',
  };
  return () => {
    token ??= request('POST', tokenUrl, headers, 'grant_type=client_credentials').then(
      (answer) => (answer as { access_token: string }).access_token,
    );
    return token;
  };
}

/** The body that sends one text. */
export function sendBody({ appId }: ClientSettings, text: string) {
  return {
    app_id: appId,
    recipient: { identified_by: { channel_identities: [{ channel: 'SMS' as const, identity: PHONE }] } },
    message: { text_message: { text } },
  };
}

/** A client of a few lines over any way to make a request. */
export function clientByHand(settings: ClientSettings, request: RequestJson): SubjectClient {
  const project = `${settings.baseUrl}/v1/projects/${settings.projectId}`;
  const token = tokenByHand(settings, request);
  const call = async (method: 'GET' | 'POST', path: string, body?: object) => {
    const headers = { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' };
    return request(method, `${project}${path}`, headers, body && JSON.stringify(body));
  };
  return {
    send: (text) => call('POST', '/messages:send', sendBody(settings, text)),
    async countItems() {
      let count = 0;
      let next: string | undefined = '';
      while (next !== undefined) {
        const after = next && `&page_token=${encodeURIComponent(next)}`;
        const page = (await call('GET', `/contacts?page_size=20${after}`)) as { contacts: unknown[]; next_page_token?: string };
        count += page.contacts.length;
        next = page.next_page_token;
      }
      return count;
    },
    readText: async (id) => ((await call('GET', `/contacts/${encodeURIComponent(id)}`)) as { display_name: string }).display_name,
  };
}
