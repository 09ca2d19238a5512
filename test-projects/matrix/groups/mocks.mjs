import { pinned } from '../versions.mjs';
import { packageOf } from './shared.mjs';

/** Names that exist nowhere, so that a mock that does not hold lets nothing out. */
const TOKEN_URL = 'https://auth.example.test/oauth2/token';
const BASE_URL = 'https://api.example.test';
const SEND_URL = `${BASE_URL}/v1/projects/project/messages:send`;
const MOCKED = 'sent through the mock';

/** Asks servers that do not exist, unless it is told others. */
const PROGRAM = `import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';
import { text, toIdentities } from '@convapi/message-builder';

export async function send({ tokenUrl, baseUrl } = { tokenUrl: '${TOKEN_URL}', baseUrl: '${BASE_URL}' }) {
  const auth = clientCredentials({ keyId: 'key', keySecret: 'secret', tokenUrl });
  const conversation = createConversationClient({ projectId: 'project', region: 'eu', auth, baseUrl, retry: false });
  const message = { app_id: 'app', recipient: toIdentities({ SMS: '+46700000000' }), message: text('Hello') };
  return (await conversation.messages.send(message)).message_id;
}
`;
const toCommonJs = (source) =>
  `${source.replace(/^import (\{[^}]*\}|\w+) from ('[^']+');$/gm, 'const $1 = require($2);').replace(/^export async function (\w+)/gm, 'exports.$1 = $1;\nasync function $1')}`;

const FILES = { 'package.json': packageOf('commonjs'), 'send.mjs': PROGRAM, 'send.cjs': toCommonJs(PROGRAM) };

/** The same program in both formats; \`await\` stands in a function, because CommonJS has none at the top. */
const inBoth = (name, imports, body, more = {}) =>
  ['ESM', 'CommonJS'].map((format) => {
    const extension = format === 'ESM' ? 'mjs' : 'cjs';
    const head = `${imports}\nimport { send } from './send.${extension}';\n`;
    const source = `(async () => {\n${body}\n})().catch((error) => {\n  console.error(error);\n  process.exit(1);\n});\n`;
    return {
      name: `${name}, ${format}`,
      files: { [`main.${extension}`]: (format === 'ESM' ? head : toCommonJs(head)) + source },
      commands: [['node', `main.${extension}`]],
      prints: MOCKED,
      ...more,
    };
  });

const NOCK = `  nock.disableNetConnect();
  nock('https://auth.example.test').post('/oauth2/token').reply(200, { access_token: 'token', expires_in: 3600 });
  nock('${BASE_URL}', { reqheaders: { authorization: 'Bearer token' } })
    .post('/v1/projects/project/messages:send')
    .reply(200, { message_id: '${MOCKED}' });
  console.log(await send());`;

const FIRST_CALL = `  await send({ baseUrl: process.env.CONVAPI_BASE_URL, tokenUrl: process.env.CONVAPI_TOKEN_URL }).catch(() => 'of another project');\n`;

const MSW = `  const server = setupServer(
    http.post('${TOKEN_URL}', () => HttpResponse.json({ access_token: 'token', expires_in: 3600 })),
    http.post('${SEND_URL}', ({ request }) =>
      request.headers.get('authorization') === 'Bearer token'
        ? HttpResponse.json({ message_id: '${MOCKED}' })
        : HttpResponse.json({ error: { code: 401, message: 'no token' } }, { status: 401 }),
    ),
  );
  server.listen({ onUnhandledRequest: 'error' });
  console.log(await send());
  server.close();`;

const POLLY = `  Polly.register(Adapter);
  const polly = new Polly('matrix', { adapters: ['node-http'], mode: 'passthrough', logLevel: 'silent' });
  polly.server.post('${TOKEN_URL}').intercept((_, response) => response.status(200).json({ access_token: 'token', expires_in: 3600 }));
  polly.server.post('${SEND_URL}').intercept((request, response) =>
    request.getHeader('authorization') === 'Bearer token' ? response.status(200).json({ message_id: '${MOCKED}' }) : response.sendStatus(401));
  console.log(await send());
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
    ...inBoth('msw 2, after a first call', "import { HttpResponse, http } from 'msw';\nimport { setupServer } from 'msw/node';", FIRST_CALL + MSW),
    ...inBoth('nock 13', "import nock from 'nock-13';", NOCK),
    ...inBoth('Polly', "import { Polly } from '@pollyjs/core';\nimport Adapter from '@pollyjs/adapter-node-http';", POLLY),
  ],
};
