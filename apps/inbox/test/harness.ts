import { signWebhook } from '@convapi/webhook-verifier';
import { signIn } from '../src/demo/sign-in.ts';
import { type ConversationView, type InboxCallback, type MessageView, type StartInboxOptions, startInbox } from '../src/index.ts';
import { type FakeService, startFakeService } from './fake-service.ts';

export const SECRET = 'the-secret-of-the-webhook';
export const APP_ID = '01TESTAPP';

/** An inbox on a port, in front of a stand-in for the service. */
export interface Harness {
  url: string;
  pageUrl: string;
  /** Of somebody who opened the page with the key. */
  cookie: string;
  /** `fetch` of somebody who opened the page with the key. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  service: FakeService;
  /** What `onCallback` was told. */
  callbacks: InboxCallback[];
  logged: string[];
  /** Sends a callback as the service would; gives the status of the answer. */
  callback(payload: object, secret?: string): Promise<number>;
  conversations(): Promise<ConversationView[]>;
  /** The conversation with someone, by any part of its name. */
  conversationWith(name: string): Promise<ConversationView>;
  messages(conversationId: string): Promise<MessageView[]>;
  post(
    path: string,
    body: unknown,
  ): Promise<{ status: number; type: string; body: { detail: string; title: string; message: MessageView } }>;
  close(): Promise<void>;
}

export async function startHarness(options: Partial<StartInboxOptions> = {}): Promise<Harness> {
  const service = await startFakeService();
  const callbacks: InboxCallback[] = [];
  const logged: string[] = [];
  const log = (message: string) => void logged.push(message);
  const inbox = await startInbox({
    projectId: 'project',
    region: 'eu',
    keyId: 'key',
    keySecret: 'key-secret',
    appId: APP_ID,
    webhookSecrets: SECRET,
    baseUrl: service.url,
    tokenUrl: service.tokenUrl,
    onCallback: (callback) => void callbacks.push(callback),
    logger: { info: log, warn: log, error: log },
    ...options,
  });
  const cookie = await signIn(inbox.pageUrl);
  const request = (path: string, { headers, ...init }: RequestInit = {}) =>
    fetch(`${inbox.url}${path}`, { ...init, headers: { ...(headers as Record<string, string>), cookie } });
  const get = async (path: string) => (await request(path)).json();
  const conversations = async (): Promise<ConversationView[]> => (await get('/api/conversations')).conversations;
  return {
    url: inbox.url,
    pageUrl: inbox.pageUrl,
    cookie,
    fetch: request,
    service,
    callbacks,
    logged,
    conversations,
    callback: (payload, secret = SECRET) => sendCallback(inbox.url, payload, secret),
    async conversationWith(name) {
      const found = (await conversations()).find((item) => item.name.includes(name) || item.channelIdentity.includes(name));
      if (found === undefined) throw new Error(`There is no conversation with ${name}.`);
      return found;
    },
    messages: async (id) => (await get(`/api/conversations/${id}/messages`)).messages,
    async post(path, body) {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
      const response = await request(path, init);
      const text = await response.text();
      return {
        status: response.status,
        type: response.headers.get('content-type') ?? '',
        body: text === '' ? undefined : JSON.parse(text),
      };
    },
    async close() {
      await inbox.close();
      await service.close();
    },
  };
}

/** Sends a callback as the service would; gives the status of the answer. */
export async function sendCallback(url: string, payload: object, secret: string): Promise<number> {
  return (await postCallback(url, payload, secret)).status;
}

export async function postCallback(url: string, payload: object, secret: string): Promise<Response> {
  const body = JSON.stringify({ app_id: APP_ID, project_id: 'project', accepted_time: '2026-01-02T03:04:05.678901Z', ...payload });
  const headers = { ...(await signWebhook({ body, secret })), 'content-type': 'application/json' };
  return fetch(`${url}/webhook`, { method: 'POST', headers, body });
}
