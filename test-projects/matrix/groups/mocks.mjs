import { pinned } from '../versions.mjs';
import { packageOf } from './shared.mjs';

/** Names that exist nowhere, so that a mock that does not hold lets nothing out. */
const TOKEN_URL = 'https://auth.example.test/oauth2/token';
const BASE_URL = 'https://api.example.test';
const SEND_URL = `${BASE_URL}/v1/projects/project/messages:send`;
const ANSWER = 'sent through the mock';

/** Sends from an account; that of the mocks asks servers that do not exist. */
const PROGRAM = `import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';
import { text, toIdentities } from '@convapi/message-builder';

export const MOCKED = {
  SINCH_KEY_ID: 'key',
  SINCH_KEY_SECRET: 'secret',
  SINCH_PROJECT_ID: 'project',
  SINCH_APP_ID: 'app',
  CONVAPI_TOKEN_URL: '${TOKEN_URL}',
  CONVAPI_BASE_URL: '${BASE_URL}',
};

export async function send(account) {
  const auth = clientCredentials({ keyId: account.SINCH_KEY_ID, keySecret: account.SINCH_KEY_SECRET, tokenUrl: account.CONVAPI_TOKEN_URL });
  const baseUrl = account.CONVAPI_BASE_URL;
  const conversation = createConversationClient({ projectId: account.SINCH_PROJECT_ID, region: 'eu', auth, baseUrl, retry: false });
  const recipient = toIdentities({ SMS: '+46700000000' });
  return (await conversation.messages.send({ app_id: account.SINCH_APP_ID, recipient, message: text('Hello') })).message_id;
}
`;
const toCommonJs = (source) =>
  source
    .replace(/^import (\{[^}]*\}|\w+) from ('[^']+');$/gm, 'const $1 = require($2);')
    .replace(/^export const (\w+) = /gm, 'const $1 = exports.$1 = ')
    .replace(/^export async function (\w+)/gm, 'exports.$1 = $1;\nasync function $1');

const FILES = { 'package.json': packageOf('commonjs'), 'send.mjs': PROGRAM, 'send.cjs': toCommonJs(PROGRAM) };

/** The same program in both formats; \`await\` stands in a function, because CommonJS has none at the top. */
const inBoth = (name, imports, body, more = {}) =>
  ['ESM', 'CommonJS'].map((format) => {
    const extension = format === 'ESM' ? 'mjs' : 'cjs';
    const head = `${imports}\nimport { MOCKED, send } from './send.${extension}';\n`;
    const source = `(async () => {\n${body}\n})().catch((error) => {\n  console.error(error);\n  process.exit(1);\n});\n`;
    return {
      name: `${name}, ${format}`,
      files: { [`main.${extension}`]: (format === 'ESM' ? head : toCommonJs(head)) + source },
      commands: [['node', `main.${extension}`]],
      prints: ANSWER,
      ...more,
    };
  });

const NOCK = `  nock.disableNetConnect();
  nock('https://auth.example.test').post('/oauth2/token').reply(200, { access_token: 'token', expires_in: 3600 });
  nock('${BASE_URL}', { reqheaders: { authorization: 'Bearer token' } })
    .post('/v1/projects/project/messages:send')
    .reply(200, { message_id: '${ANSWER}' });
  console.log(await send(MOCKED));`;

/** To the emulator, so that what the transport keeps between calls is there already. */
const FIRST_CALL = '  await send({ ...process.env });\n';

const MSW = `  const server = setupServer(
    http.post('${TOKEN_URL}', () => HttpResponse.json({ access_token: 'token', expires_in: 3600 })),
    http.post('${SEND_URL}', ({ request }) =>
      request.headers.get('authorization') === 'Bearer token'
        ? HttpResponse.json({ message_id: '${ANSWER}' })
        : HttpResponse.json({ error: { code: 401, message: 'no token' } }, { status: 401 }),
    ),
  );
  server.listen({ onUnhandledRequest: 'error' });
  console.log(await send(MOCKED));
  server.close();`;

const POLLY = `  Polly.register(Adapter);
  const polly = new Polly('matrix', { adapters: ['node-http'], mode: 'passthrough', logLevel: 'silent' });
  polly.server.post('${TOKEN_URL}').intercept((_, response) => response.status(200).json({ access_token: 'token', expires_in: 3600 }));
  polly.server.post('${SEND_URL}').intercept((request, response) =>
    request.getHeader('authorization') === 'Bearer token' ? response.status(200).json({ message_id: '${ANSWER}' }) : response.sendStatus(401));
  console.log(await send(MOCKED));
  await polly.stop();`;

export const mocks = {
  name: 'mocks',
  says: 'Mocks: the token call and the API call are both theirs',
  dependencies: pinned('nock', 'nock-13', 'msw', '@pollyjs/core', '@pollyjs/adapter-node-http'),
  files: FILES,
  cells: [
    ...inBoth('nock 14', "import nock from 'nock';", NOCK, { common: true }),
    ...inBoth('nock 14, https loaded before', "import { request } from 'node:https';\nimport nock from 'nock';", NOCK),
    ...inBoth('nock 14, after a first call', "import nock from 'nock';", FIRST_CALL + NOCK),
    ...inBoth('msw 2', "import { HttpResponse, http } from 'msw';\nimport { setupServer } from 'msw/node';", MSW, { common: true }),
    ...inBoth(
      'msw 2, after a first call',
      "import { HttpResponse, http } from 'msw';\nimport { setupServer } from 'msw/node';",
      FIRST_CALL + MSW,
    ),
    ...inBoth('nock 13', "import nock from 'nock-13';", NOCK),
    ...inBoth('Polly', "import { Polly } from '@pollyjs/core';\nimport Adapter from '@pollyjs/adapter-node-http';", POLLY),
  ],
};
