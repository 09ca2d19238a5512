import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { AppMessage } from '@convapi/core';
import { signWebhook } from '@convapi/webhook-verifier';
import { vi } from 'vitest';
import type { ConversationPage, Problem, Role } from '../src/api/contract.ts';
import { signIn } from '../src/demo/sign-in.ts';
import { type ConversationView, type InboxCallback, type MessageView, type StartInboxOptions, startInbox } from '../src/index.ts';
import { createDataFolder } from './data-folder.ts';
import { type FakeService, startFakeService } from './fake-service.ts';

export const SECRET = 'the-secret-of-the-webhook';
export const APP_ID = '01TESTAPP';
/** On a busy machine. */
const PATIENCE = { timeout: 30_000, interval: 20 };

/** An answer of the API. */
export interface Answer {
  status: number;
  type: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look at answers of every route
  body: any;
}

/** Somebody who works with the inbox, at a browser. */
export interface Person {
  id: string;
  email: string;
  cookie: string;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  get(path: string): Promise<Answer>;
  post(path: string, body: unknown): Promise<Answer>;
  call(method: string, path: string, body?: unknown): Promise<Answer>;
}

/** An inbox on a port, in front of a stand-in for the service, as its admin sees it. */
export interface Harness extends Person {
  url: string;
  service: FakeService;
  /** What `onCallback` was told. */
  callbacks: InboxCallback[];
  logged: string[];
  /** Lets somebody else in. */
  person(name: string, role?: Role): Promise<Person>;
  signInUrl(email: string): Promise<string>;
  /** Sends a callback as the service would; gives the status of the answer. */
  callback(payload: object, secret?: string): Promise<number>;
  conversations(query?: string): Promise<ConversationView[]>;
  /** The conversation with someone, by any part of its name. */
  conversationWith(name: string): Promise<ConversationView>;
  messages(conversationId: string): Promise<MessageView[]>;
  /** Sends a message, and waits until it is not under way any more. */
  send(conversationId: string, message: AppMessage, more?: object): Promise<MessageView>;
  again(message: MessageView, more?: object): Promise<MessageView>;
  settled(message: MessageView): Promise<MessageView>;
  deletePerson(who: string): Promise<unknown>;
  close(): Promise<void>;
}

export async function startHarness(options: Partial<StartInboxOptions> = {}): Promise<Harness> {
  const inMemory = options.databaseUrl !== undefined;
  const dataDir = inMemory ? undefined : (options.dataDir ?? (await createDataFolder()));
  const service = await startFakeService();
  const callbacks: InboxCallback[] = [];
  const logged: string[] = [];
  const log = (message: string, error?: unknown) => void logged.push(error === undefined ? message : `${message} ${error}`);
  const inbox = await startInbox({
    projectId: 'project',
    region: 'eu',
    keyId: 'key',
    keySecret: 'key-secret',
    appId: APP_ID,
    webhookSecrets: SECRET,
    baseUrl: service.url,
    tokenUrl: service.tokenUrl,
    // a send that fails is a person's to decide about, at once
    sendRetriesMs: [],
    sendsPerSecond: 1_000,
    onCallback: (callback) => void callbacks.push(callback),
    logger: { info: log, warn: log, error: log },
    ...options,
    dataDir,
  });
  const person = async (name: string, role: Role = 'agent'): Promise<Person> => {
    const email = `${name.toLowerCase()}@example.com`;
    // somebody who is there already signs in once more
    await inbox.addAgent({ name, email, role }).catch(() => {});
    const { search } = new URL(await inbox.signInUrl(email));
    const cookie = await signIn(`${inbox.url}/sign-in${search}`);
    const { agent } = await (await fetch(`${inbox.url}/api/session`, { headers: { cookie } })).json();
    return toPerson(inbox.url, agent.id, email, cookie);
  };
  const me = await person('Admin', 'admin');
  const conversations = async (query = ''): Promise<ConversationView[]> => {
    const all: ConversationView[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: ConversationPage = (await me.get(`/api/conversations?limit=100${query}&cursor=${cursor}`)).body;
      all.push(...page.conversations);
      cursor = page.next;
    }
    return all;
  };
  const messages = async (id: string): Promise<MessageView[]> => (await me.get(`/api/conversations/${id}/messages`)).body.messages;
  const settled = async ({ conversationId, id }: MessageView): Promise<MessageView> =>
    vi.waitUntil(async () => {
      const found = (await messages(conversationId)).find((message) => message.id === id);
      return found?.status === 'sending' ? undefined : found;
    }, PATIENCE);
  const done = async ({ status, body }: Answer): Promise<MessageView> => {
    if (status !== 201) throw new Error(`Answered ${status}: ${JSON.stringify(body)}`);
    return settled(body.message);
  };
  return {
    ...me,
    url: inbox.url,
    service,
    callbacks,
    logged,
    person,
    signInUrl: inbox.signInUrl,
    conversations,
    messages,
    settled,
    callback: (payload, secret = SECRET) => sendCallback(inbox.url, payload, secret),
    async conversationWith(name) {
      const found = (await conversations()).find((item) => item.name.includes(name) || item.channelIdentity.includes(name));
      if (found === undefined) throw new Error(`There is no conversation with ${name}.`);
      return found;
    },
    send: async (id, message, more = {}) =>
      done(await me.post(`/api/conversations/${id}/messages`, { id: randomUUID(), message, ...more })),
    again: async ({ conversationId, id }, more = {}) =>
      done(await me.post(`/api/conversations/${conversationId}/messages/${id}/again`, { id: randomUUID(), ...more })),
    deletePerson: inbox.deletePerson,
    async close() {
      await inbox.close();
      await service.close();
      if (dataDir !== undefined && options.dataDir === undefined) await rm(dataDir, { recursive: true });
    },
  };
}

function toPerson(url: string, id: string, email: string, cookie: string): Person {
  const request = (path: string, { headers, ...init }: RequestInit = {}) =>
    fetch(`${url}${path}`, { ...init, headers: { ...(headers as Record<string, string>), cookie } });
  const call = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const init = body === undefined ? { method } : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await request(path, init);
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    return { status: response.status, type, body: type.includes('json') ? (JSON.parse(text) as Problem) : text };
  };
  return { id, email, cookie, fetch: request, call, get: (path) => call('GET', path), post: (path, body) => call('POST', path, body) };
}

/** Sends a callback as the service would; gives the status of the answer. */
export async function sendCallback(url: string, payload: object, secret: string): Promise<number> {
  const response = await postCallback(url, payload, secret);
  await response.arrayBuffer();
  return response.status;
}

export async function postCallback(url: string, payload: object, secret: string): Promise<Response> {
  const body = JSON.stringify({ app_id: APP_ID, project_id: 'project', accepted_time: '2026-01-02T03:04:05.678901Z', ...payload });
  const headers = { ...(await signWebhook({ body, secret })), 'content-type': 'application/json' };
  return fetch(`${url}/webhook`, { method: 'POST', headers, body });
}
