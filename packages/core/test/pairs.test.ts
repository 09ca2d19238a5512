import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { type Pair, schemaPairs, sharedSchemas, TYPES, valuePairs } from './helpers/schema-pairs.ts';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const workspace = mkdtempSync(join(tmpdir(), 'convapi-pairs-'));
afterAll(() => rmSync(workspace, { recursive: true }));

/** Things that have no common name, or stand in one another. */
const PLACES: Pair[] = [
  { received: 'ChannelIdentity', sent: 'ChannelRecipientIdentity' },
  { received: 'ChannelRecipientIdentity', sent: 'ChannelIdentity' },
  { received: "Value<MessageInboundEventItem, 'channel_identity'>", sent: 'ChannelRecipientIdentity' },
  { received: "Value<MessageDeliveryReport, 'channel_identity'>", sent: 'ChannelRecipientIdentity' },
  { received: "Value<Contact, 'channel_identities'>", sent: "ChannelIdentities['channel_identities']" },
  { received: "Value<Contact, 'channel_priority'>", sent: "Value<SendMessageRequest, 'channel_priority_order'>" },
  { received: "Value<ConversationMessage, 'app_message'>", sent: "SendMessageRequest['message']" },
  { received: "Value<MessageSubmitNotification, 'submitted_message'>", sent: "SendMessageRequest['message']" },
  { received: "Value<ConversationEvent, 'app_event'>", sent: "SendEventRequest['event']" },
  { received: "Value<MessageInboundEventItem, 'contact_message'>", sent: "Value<InjectMessageRequest, 'contact_message'>" },
  { received: 'ConversationMessage', sent: 'InjectMessageRequest' },
  { received: 'Extract<ConversationEvent, { app_event: unknown }>', sent: 'InjectConversationEventRequest' },
  { received: "Value<ProjectSettings, 'settings'>", sent: 'ProjectSettingsRequest' },
  { received: 'V2TemplateResponse', sent: 'V2Template' },
  { received: 'V2TemplateResponse', sent: 'V2TemplateUpdate' },
  { received: "Value<QueryCapabilityResponse, 'recipient'>", sent: "QueryCapabilityRequest['recipient']" },
];

/** Not one thing, though the names say so; each with its reason. */
const APART = new Map([
  ['ProjectSettings → ProjectSettingsRequest', 'the answer wraps the settings'],
  ['ConversationEvent → InjectConversationEventRequest', 'only one of the kinds can be injected; it stands in PLACES'],
]);

const named = ({ received, sent }: Pair) => `${received} → ${sent}`;
const things = schemaPairs().filter((pair) => !APART.has(named(pair)));
const values = valuePairs();

/** What a consumer would write: a value that was read goes into the request, once what the request requires is there. */
function program(pairs: Pair[]): string {
  const names = TYPES.join(', ');
  return `import type { ${names} } from '${repository}packages/core/src/index.ts';
type Value<T, K extends string> = T extends unknown ? (K extends keyof T ? NonNullable<T[K]> : never) : never;
type Needed<T> = T extends unknown ? { [K in keyof T]-?: object extends Pick<T, K> ? never : K }[keyof T] : never;
type Filled<T, Request> = T extends unknown ? T & { [K in keyof T & Needed<Request>]-?: NonNullable<T[K]> } : never;
${pairs.map(({ received, sent }, at) => `declare const received${at}: Filled<${received}, ${sent}>;\nexport const sent${at}: ${sent} = received${at};`).join('\n')}
`;
}

function compile(text: string): string {
  writeFileSync(join(workspace, 'pairs.ts'), text);
  writeFileSync(join(workspace, 'package.json'), '{ "type": "module" }');
  const compilerOptions = { noEmit: true, allowImportingTsExtensions: true, rewriteRelativeImportExtensions: false, types: [] };
  writeFileSync(
    join(workspace, 'tsconfig.json'),
    JSON.stringify({ extends: join(repository, 'tsconfig.base.json'), compilerOptions, files: ['pairs.ts'] }),
  );
  try {
    execFileSync(process.execPath, [join(repository, 'node_modules/typescript/bin/tsc'), '-p', workspace], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return '';
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

describe('what was read can be written', () => {
  test(`${sharedSchemas().length} schemas come and go as one type`, () => {
    expect(sharedSchemas()).toEqual(expect.arrayContaining(['AppMessage', 'ChannelIdentity', 'Contact', 'Conversation', 'WebhookTrigger']));
  });

  test(`${things.length + PLACES.length} pairs of types for one thing, and ${values.length} of places for one value, compile`, () => {
    expect(things.length).toBeGreaterThanOrEqual(7);
    expect(values.length).toBeGreaterThan(50);
    expect(compile(program([...things, ...PLACES, ...values]))).toBe('');
  }, 60_000);

  test('a pair that does not fit is found', () => {
    expect(compile(program([{ received: 'WebhookTrigger', sent: 'ConversationChannel' }]))).toContain('TS2322');
  }, 60_000);

  test('what is left out is still there', () => {
    expect([...APART.keys()].filter((name) => !schemaPairs().some((pair) => named(pair) === name))).toEqual([]);
  });
});

test('an error in a variable names the alternative and the place in it, in a few lines', () => {
  const said = compile(`import type { AppMessage } from '${repository}packages/core/src/index.ts';
const message = { text_message: { text: 17 } };
export const sent: AppMessage = message;
`);
  expect(said).toContain("is not assignable to type 'AppTextMessage'");
  expect(said).toContain("The types of 'text_message.text' are incompatible");
  expect(said.length).toBeLessThan(600);
}, 60_000);
