import { randomBytes, randomUUID } from 'node:crypto';
import { clientCredentials } from '@convapi/auth';
import { type ConversationClient, createConversationClient } from '@convapi/client';
import { WEBHOOK_TRIGGERS } from '@convapi/core';
import { type Emulator, startEmulator } from '@convapi/emulator';
import { card, link, reply, text, toIdentities } from '@convapi/message-builder';
import { signWebhook } from '@convapi/webhook-verifier';
import { type InboxCallback, type InboxServer, startInbox } from '../index.ts';
import { type CallbackLog, createCallbackLog } from './callback-log.ts';
import type { Printer } from './printer.ts';
import { signIn } from './sign-in.ts';

const SECRET = 'the-secret-of-the-demo-webhook';
const ANNA = '+46701234567';
/** Who answers. The emulator is on this machine, and all of it is gone at the end. */
const AGENT = { name: 'Demo', email: 'demo@example.com', role: 'admin', password: randomBytes(9).toString('base64url') } as const;
/** Bo's phone has no RCS. */
const BO = '+46707654321';

/** What is running after the demo, for a person to look at. */
export interface RunningDemo {
  /** Opens the page, signed in, once. */
  pageUrl: string;
  emulatorUrl: string;
  /** The phones of Anna and Bo. */
  wallUrl: string;
  close(): Promise<void>;
}

/** What the steps share. */
interface Stage {
  emulator: Emulator;
  inbox: InboxServer;
  conversation: ConversationClient;
  appId: string;
  log: CallbackLog;
  print: Printer;
}

/** Sends a card to two contacts and follows it all the way back; throws when a step does not happen. */
export async function runDemo(print: Printer): Promise<RunningDemo> {
  const startedAt = performance.now();
  const running: { close(): Promise<void> }[] = [];
  /** The inbox before the emulator, which still calls it. */
  const close = async () => {
    for (const server of running.splice(0).reverse()) await server.close();
  };
  try {
    const emulator = await startEmulator({ region: 'eu' });
    running.push(emulator);
    const stage = await setUp(emulator, running, print);
    await sendCards(stage);
    await contactAnswers(stage);
    await inboxAnswers(stage);
    await lookBack(stage);
    await forge(stage);
    summarise(stage, performance.now() - startedAt);
    const pageUrl = await stage.inbox.signInUrl(AGENT.email);
    return { pageUrl, emulatorUrl: emulator.url, wallUrl: `${emulator.url}/_emulator/console/wall`, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function setUp(emulator: Emulator, running: { close(): Promise<void> }[], print: Printer): Promise<Stage> {
  print.heading('1. Set up');
  print.step('emulator', emulator.url);
  const { url: baseUrl, tokenUrl, projectId, keyId, keySecret } = emulator;
  const auth = clientCredentials({ keyId, keySecret, tokenUrl });
  const { authorization = '' } = Object.fromEntries(new Headers(await auth.headers({ url: baseUrl })));
  print.step('token', `${authorization.slice(0, 17)}… (${authorization.length - 'Bearer '.length} characters)`);
  const conversation = createConversationClient({ projectId, region: 'eu', auth, baseUrl });

  const app = await conversation.apps.create({
    display_name: 'Demo app',
    processing_mode: 'CONVERSATION',
    channel_credentials: [
      { channel: 'RCS', static_bearer: { claimed_identity: 'demo-agent', token: 'demo' } },
      { channel: 'SMS', static_bearer: { claimed_identity: 'demo-plan', token: 'demo' } },
    ],
  });
  const appId = app.id ?? '';
  print.step('app', `${appId} with RCS and SMS`);

  const log = createCallbackLog();
  const onCallback = (callback: InboxCallback) => {
    print.callback(callback);
    log.add(callback);
  };
  print.step('database', 'starting, which takes some seconds …');
  const inbox = await startInbox({
    projectId,
    region: 'eu',
    keyId,
    keySecret,
    appId,
    baseUrl,
    tokenUrl,
    webhookSecrets: SECRET,
    onCallback,
  });
  running.push(inbox);
  print.step('inbox', inbox.url);
  await inbox.addAgent(AGENT);
  print.step('person', `${AGENT.name}, who signs in with ${AGENT.email} and the password ${AGENT.password}`);
  const target = `${inbox.url}/webhook`;
  await conversation.webhooks.create({ app_id: appId, target, target_type: 'HTTP', secret: SECRET, triggers: [...WEBHOOK_TRIGGERS] });
  print.step('webhook', `${target} (signed, all ${WEBHOOK_TRIGGERS.length} triggers)`);
  return { emulator, inbox, conversation, appId, log, print };
}

async function sendCards({ emulator, conversation, appId, log, print }: Stage): Promise<void> {
  // as the phones say who they are
  for (const channel of ['RCS', 'SMS'] as const) {
    emulator.control.contact(ANNA, channel).isCalled('Anna');
    emulator.control.contact(BO, channel).isCalled('Bo');
  }
  print.heading('2. A card with three choices goes to two contacts: RCS first, SMS as fallback. Bo has no RCS.');
  emulator.control.channel('RCS').answers({ status: 'FAILED', reason: 'RECIPIENT_NOT_REACHABLE' }, { identity: BO });
  const message = card({
    title: 'Your table is ready',
    description: 'We keep it for fifteen minutes.',
    choices: [reply('On my way', 'coming'), reply('Cancel', 'cancel'), link('See the menu', 'https://example.com/menu')],
  });
  for (const [name, phone] of Object.entries({ Anna: ANNA, Bo: BO })) {
    const { message_id: id } = await conversation.messages.send({
      app_id: appId,
      recipient: toIdentities({ RCS: phone, SMS: phone }),
      message,
    });
    print.step(`card to ${name}`, `${id} (queued)`);
    await log.waitFor(`the card reaches ${name}`, (callback) => isReport(callback, 'DELIVERED', id));
  }
}

async function contactAnswers({ emulator, log, print }: Stage): Promise<void> {
  print.heading('3. Anna taps a choice, Bo writes');
  await emulator.control.contact(ANNA, 'RCS').taps('On my way');
  await log.waitFor('the tap of Anna', (callback) => isInbound(callback, ANNA));
  await emulator.control.contact(BO, 'SMS').writes('Running late, ten minutes?');
  await log.waitFor('the message of Bo', (callback) => isInbound(callback, BO));
}

/** As a person at the inbox would: through its page's own API. */
async function inboxAnswers({ inbox, log, print }: Stage): Promise<void> {
  print.heading('4. The inbox answers Bo');
  const cookie = await signIn(await inbox.signInUrl(AGENT.email));
  const conversations = (await (await fetch(`${inbox.url}/api/conversations`, { headers: { cookie } })).json()) as {
    conversations: { id: string; channelIdentity: string }[];
  };
  const ofBo = conversations.conversations.find(({ channelIdentity }) => digits(channelIdentity) === digits(BO));
  if (!ofBo) throw new Error('The inbox shows no conversation with Bo.');
  const response = await fetch(`${inbox.url}/api/conversations/${ofBo.id}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ id: randomUUID(), message: text('No problem, see you then.') }),
  });
  if (!response.ok) throw new Error(`The inbox could not answer: ${await response.text()}`);
  await log.waitFor('the answer reaches Bo', (callback) => isReport(callback, 'DELIVERED'), 3);
}

async function lookBack({ conversation, appId, print }: Stage): Promise<void> {
  print.heading('5. What the service holds, read with iterators');
  for await (const contact of conversation.contacts.list()) {
    const identities = contact.channel_identities?.map(({ channel, identity }) => `${channel} ${identity}`).join(', ');
    print.step('contact', `${contact.id}  ${identities}`);
  }
  for await (const message of conversation.messages.list({ app_id: appId, page_size: 2 })) {
    const kind = Object.keys(message.app_message ?? message.contact_message ?? {}).find((key) => key.endsWith('_message'));
    print.step('message', `${message.id}  ${(message.direction ?? '').padEnd(10)}  ${message.channel_identity?.channel}  ${kind}`);
  }
}

async function forge({ inbox, appId, log, print }: Stage): Promise<void> {
  print.heading('6. Somebody else sends a callback, signed with a guess');
  const body = JSON.stringify({ app_id: appId, message: { contact_message: { text_message: { text: 'Please send money' } } } });
  const headers = await signWebhook({ body, secret: 'a guess' });
  const { status } = await fetch(`${inbox.url}/webhook`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body,
  });
  await log.waitFor('the forged callback is refused', ({ outcome }) => outcome === 'refused');
  if (status !== 401) throw new Error(`The forged callback was answered with ${status}.`);
  print.step('answer', `${status}, nothing stored`);
}

function summarise({ log, print }: Stage, tookMs: number): void {
  const verified = log.all.filter(({ outcome }) => outcome === 'verified');
  const switched = log.all.filter((callback) => isReport(callback, 'SWITCHING_CHANNEL'));
  const inbound = log.all.filter((callback) => callback.outcome === 'verified' && callback.event.trigger === 'MESSAGE_INBOUND');
  print.heading('Summary');
  const sent = log.all.filter((callback) => callback.outcome === 'verified' && callback.event.trigger === 'MESSAGE_SUBMIT');
  const delivered = log.all.filter((callback) => isReport(callback, 'DELIVERED'));
  print.step('messages', `${sent.length} sent, ${delivered.length} delivered`);
  print.step('moved from RCS to SMS', String(switched.length));
  print.step('answers of contacts', String(inbound.length));
  print.step('callbacks', `${verified.length} verified, ${log.all.length - verified.length} refused`);
  print.step('time', `${(tookMs / 1000).toFixed(1)} s`);
}

function isReport(callback: InboxCallback, status: string, messageId?: string): boolean {
  if (callback.outcome !== 'verified' || callback.event.trigger !== 'MESSAGE_DELIVERY') return false;
  const report = callback.event.message_delivery_report;
  return report.status === status && (messageId === undefined || report.message_id === messageId);
}

function isInbound(callback: InboxCallback, phone: string): boolean {
  if (callback.outcome !== 'verified' || callback.event.trigger !== 'MESSAGE_INBOUND') return false;
  return digits(callback.event.message.channel_identity?.identity ?? '') === digits(phone);
}

function digits(text: string): string {
  return text.replace(/\D/g, '');
}
