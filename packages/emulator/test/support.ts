import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { type Emulator, type EmulatorOptions, startEmulator } from '../src/index.ts';
import { createSpecCheck } from './check-answer.ts';

/** The body of an answer, as far as tests look into it. */
export type Body = Record<string, unknown> & {
  id: string;
  message_id: string;
  error: {
    code: number;
    message: string;
    status: string;
    details: { '@type': string; field_violations: { field: string; description: string }[] }[];
  };
};

export interface Answer {
  status: number;
  headers: Headers;
  body: Body;
}

/** A running emulator and a way to call it. */
export interface Lab extends Emulator {
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Like call, and fails on anything but 200. */
  done(method: string, path: string, body?: unknown): Promise<Body>;
  /** An app with these channels. */
  app(channels: string[], extra?: object): Promise<string>;
  send(appId: string, identities: [channel: string, identity: string][], extra?: object): Promise<string>;
  /** Reports of a message as `STATUS CHANNEL`, with the reason of those that have one. */
  reports(messageId: string): string[];
  /** Operations that answered 200, as the spec says. */
  operations: ReadonlySet<string>;
  /** Checks every callback so far against the spec. */
  checkCallbacks(): void;
}

/** An id of the right form that nothing has. */
export const NOBODYS_ID = '01M7YZMHG004REH71NNXCGT1ZZ';

const spec = createSpecCheck();

const AT_NOON = Date.UTC(2026, 10, 21, 12);

/** Starts an emulator for one test. Time stands still but for `control.advance`, and randomness repeats. */
export async function startLab(options: EmulatorOptions = {}): Promise<Lab> {
  let seed = 1;
  const random = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const now = () => AT_NOON;
  const emulator = await startEmulator({ now, random, ...options, webhooks: { now, ...options.webhooks } });
  onTestFinished(async () => {
    const events = emulator.control.events();
    await emulator.close();
    for (const { trigger, body } of events) spec.callback(trigger, body);
  });
  const operations = new Set<string>();
  const basic = `Basic ${btoa(`${emulator.keyId}:${emulator.keySecret}`)}`;

  async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(toUrl(emulator, path), {
      method,
      redirect: 'manual',
      headers: { authorization: basic, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const answer = { status: response.status, headers: response.headers, body: (await response.json()) as Body };
    const operation =
      answer.status === 200 ? spec.answer(method, new URL(response.url).pathname.replace(/^\/(us|eu|br)\//, '/'), answer.body) : undefined;
    if (operation !== undefined) operations.add(operation);
    if (answer.status >= 400 && 'error' in answer.body && !path.startsWith('/oauth2')) spec.refusal(answer.status, answer.body);
    return answer;
  }

  async function done(method: string, path: string, body?: unknown): Promise<Body> {
    const answer = await call(method, path, body);
    if (answer.status !== 200) throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  return {
    ...emulator,
    call,
    done,
    operations,
    checkCallbacks() {
      for (const { trigger, body } of emulator.control.events()) spec.callback(trigger, body);
    },
    async app(channels, extra = {}) {
      const { id } = await done('POST', '/apps', { display_name: 'Test', channel_credentials: channels.map(credential), ...extra });
      return id;
    },
    async send(appId, identities, extra = {}) {
      const recipient = { identified_by: { channel_identities: identities.map(([channel, identity]) => ({ channel, identity })) } };
      const { message_id: id } = await done('POST', '/messages:send', { app_id: appId, recipient, message: text('Hello'), ...extra });
      await emulator.control.idle();
      return id;
    },
    reports(messageId) {
      return emulator.control.events().flatMap(({ trigger, body }) => {
        const report = body.message_delivery_report as {
          message_id: string;
          status: string;
          channel_identity: { channel: string };
          reason?: { code: string };
        };
        if (trigger !== 'MESSAGE_DELIVERY' || report.message_id !== messageId) return [];
        return [[report.status, report.channel_identity.channel, report.reason?.code].filter(Boolean).join(' ')];
      });
    },
  };
}

/** Paths of the API are given from the project on; those of the emulator whole. */
function toUrl(emulator: Emulator, path: string): string {
  return /^\/(_emulator|oauth2|batch|v\d|(us|eu|br)\/)/.test(path)
    ? emulator.url + path
    : `${emulator.url}/v1/projects/${emulator.projectId}${path}`;
}

export function credential(channel: string): object {
  if (channel === 'MESSENGER') return { channel, static_token: { token: 'token' } };
  if (channel === 'INSTAGRAM') return { channel, instagram_credentials: { token: 'token', business_account_id: 'business' } };
  if (channel === 'TELEGRAM') return { channel, telegram_credentials: { token: 'token' } };
  if (channel === 'MMS') {
    const basic_auth = { username: 'user', password: 'password' };
    return { channel, mms_credentials: { account_id: 'account', api_key: 'key', basic_auth, default_sender: '46700' } };
  }
  return { channel, static_bearer: { claimed_identity: `${channel.toLowerCase()}-sender`, token: 'token' } };
}

export function text(words: string): object {
  return { text_message: { text: words } };
}

export function yesOrNo(): object {
  return { choice_message: { text_message: { text: 'Well?' }, choices: [text('Yes'), { ...text('No'), postback_data: 'no!' }] } };
}

/** The fields that an answer calls wrong. */
export function wrongFields({ body }: Answer): string[] {
  return body.error.details.flatMap((detail) => detail.field_violations.map((violation) => violation.field));
}

export interface Delivered {
  headers: IncomingHttpHeaders;
  body: string;
}

/** A receiver of callbacks. */
export interface Receiver {
  url: string;
  got: Delivered[];
  /** Payload keys in the order of arrival. */
  keys(): string[];
}

/** A real server that takes callbacks; `answer` says with which status, or nothing to leave the caller waiting. */
export async function startReceiver(answer: (attempt: number) => number | undefined = () => 200): Promise<Receiver> {
  const got: Delivered[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      got.push({ headers: request.headers, body });
      const status = answer(got.length);
      if (status !== undefined) response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/callbacks`,
    got,
    keys: () => got.map(({ body }) => Object.keys(JSON.parse(body) as object).find((key) => PAYLOAD.test(key)) ?? ''),
  };
}

const PAYLOAD = /^(message|event|.*_notification|.*_report)$/;

export const ALL_TRIGGERS = [
  'MESSAGE_INBOUND',
  'MESSAGE_SUBMIT',
  'MESSAGE_DELIVERY',
  'EVENT_INBOUND',
  'EVENT_DELIVERY',
  'CONVERSATION_START',
  'CONVERSATION_STOP',
  'CONVERSATION_DELETE',
  'CONTACT_CREATE',
  'CONTACT_UPDATE',
  'CONTACT_DELETE',
  'CONTACT_MERGE',
];
