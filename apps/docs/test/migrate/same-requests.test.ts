import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';
import { SinchClient } from '@sinch/sdk-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { rewriteTasks } from '../../scripts/migrate/call-by-call.mjs';
import { GROUPS } from '../../scripts/migrate/call-tasks.mjs';

/** What the service was asked for. */
interface Asked {
  method: string | undefined;
  path: string;
  query: Record<string, string>;
  body: unknown;
}

/** What stands in the query of one alone, by operation. The pages say so. */
const ONLY_THEIRS: Record<string, object> = {
  Messages_GetMessage: { messages_source: 'CONVERSATION_SOURCE' },
  Messages_UpdateMessageMetadata: { messages_source: 'CONVERSATION_SOURCE' },
  Messages_DeleteMessage: { messages_source: 'CONVERSATION_SOURCE' },
  Conversation_UpdateConversation: { metadata_update_strategy: 'REPLACE' },
};
const ONLY_OURS: Record<string, object> = { Conversation_ListRecentConversations: { page_size: '10' } };
/** The body of an update needs the id of the template, which the vendor's leaves out. */
const ID_IN_BODY = 'Templates_v2_UpdateTemplate';

const IDS = {
  appId: '01APP',
  phone: '+46701234567',
  messageId: '01MESSAGE',
  contactId: '01CONTACT',
  otherId: '01OTHER',
  conversationId: '01CONVERSATION',
  eventId: '01EVENT',
  webhookId: '01WEBHOOK',
  templateId: '01TEMPLATE',
};
/** Enough for each list to be empty. */
const LISTS = [
  'messages',
  'contacts',
  'conversations',
  'events',
  'identities',
  'conflicts',
  'apps',
  'webhooks',
  'templates',
  'translations',
];
const ANSWER = JSON.stringify({ access_token: 'token', expires_in: 3600, ...Object.fromEntries(LISTS.map((key) => [key, []])) });

let server: Server;
let url: string;
let asked: Asked[] = [];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const one = await read(request);
    if (!one.path.endsWith('/oauth2/token')) asked.push(one);
    response.setHeader('content-type', 'application/json').end(ANSWER);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
});

async function read(request: IncomingMessage): Promise<Asked> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const body = await text(request);
  // the moment at which the program ran is another each time
  const still = body.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'now');
  const parsed = request.headers['content-type']?.includes('json') && still !== '' ? JSON.parse(still) : undefined;
  return { method: request.method, path: decodeURIComponent(pathname), query: Object.fromEntries(searchParams), body: parsed };
}

/** Runs a piece of a page. The pieces are JavaScript: their types are checked elsewhere. */
async function run(code: string, client: Record<string, unknown>): Promise<Asked | undefined> {
  const names = { ...IDS, ...client, console: { log() {} } };
  const program = new Function(...Object.keys(names), `return (async () => {\n${code}\n})();`);
  await program(...Object.values(names));
  return asked.pop();
}

const ours = rewriteTasks();

test.each(GROUPS.flatMap(({ tasks }) => tasks))('%s: the rewritten call asks the service for the same', async (operation, _, vendor) => {
  const hosts = { authHostname: url, conversationHostname: url, conversationTemplatesHostname: url };
  const sinch = new SinchClient({ projectId: 'p', keyId: 'k', keySecret: 's', conversationRegion: 'eu', logger: null, ...hosts } as never);
  const auth = clientCredentials({ keyId: 'k', keySecret: 's', tokenUrl: `${url}/oauth2/token` });
  const conversation = createConversationClient({ projectId: 'p', region: 'eu', auth, baseUrl: url });

  const theirs = await run(vendor, { sinch });
  const own = await run(ours.get(operation) ?? '', { conversation });

  expect(theirs).toBeDefined();
  const query = { ...theirs?.query, ...ONLY_OURS[operation] };
  for (const [name, value] of Object.entries(ONLY_THEIRS[operation] ?? {})) {
    expect(theirs?.query[name]).toBe(value);
    delete query[name as keyof typeof query];
  }
  const body = operation === ID_IN_BODY ? { id: IDS.templateId, ...(theirs?.body as object) } : theirs?.body;
  expect(own).toEqual({ ...theirs, query, body });
});
