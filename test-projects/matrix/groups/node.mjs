import { LINE } from '../harness/subjects.mjs';
import { NODES, pinned } from '../versions.mjs';
import { importAll, MODULES, packageOf, requireAll } from './shared.mjs';

/** As AWS Lambda and others start Node: `require()` takes no ES module. */
const WITHOUT_REQUIRE_MODULE = '--no-experimental-require-module';

const FILES = {
  'package.json': packageOf('commonjs'),
  'toolkit.mjs': ({ subject }) => subject.programs.mjs,
  'toolkit.cjs': ({ subject }) => subject.programs.cjs,
  'entries.mjs': importAll,
  'entries.cjs': requireAll,
  'main.mjs': `import { entries } from './entries.mjs';
import { useToolkit } from './toolkit.mjs';
if (entries.includes(0)) throw new Error('an entry is empty');
console.log(await useToolkit());
`,
  'main.cjs': `const { entries } = require('./entries.cjs');
const { useToolkit } = require('./toolkit.cjs');
if (entries.includes(0)) throw new Error('an entry is empty');
useToolkit().then(console.log);
`,
};

/** A library in one format and a program in the other: both load the package, and meet in one process. */
const BOTH = `import { createRequire } from 'node:module';
import { isApiError } from '@convapi/core';
import { clientCredentials } from '@convapi/auth';
const { createConversationClient } = createRequire(import.meta.url)('@convapi/client');
const { env } = process;
const auth = clientCredentials({ keyId: env.SINCH_KEY_ID, keySecret: env.SINCH_KEY_SECRET, tokenUrl: env.CONVAPI_TOKEN_URL });
const conversation = createConversationClient({ projectId: env.SINCH_PROJECT_ID, region: 'us', auth, baseUrl: env.CONVAPI_BASE_URL });
const error = await conversation.apps.get('01HVN0B9TQ3F5Z2YQ8W0JK4M6P').catch((one) => one);
console.log(isApiError(error) && error.status === 404 ? '${LINE}' : error);
`;

const cellsOf = (name, node) => [
  { name: `${name}, import of every entry`, common: name === 'node 20', peers: true, commands: [[node, 'main.mjs']] },
  { name: `${name}, require of every entry`, common: name === 'node 20', peers: true, commands: [[node, 'main.cjs']] },
  {
    name: `${name}, require as on AWS Lambda (${WITHOUT_REQUIRE_MODULE})`,
    common: name === 'node 20',
    peers: true,
    commands: [[node, WITHOUT_REQUIRE_MODULE, 'main.cjs']],
  },
  {
    name: `${name}, a CommonJS client and an ES module that tells its errors`,
    files: { 'both.mjs': BOTH },
    commands: [[node, 'both.mjs']],
  },
];

export const node = {
  name: 'node',
  says: 'Node: the oldest supported one, and later ones as packages',
  dependencies: { ...NODES, ...pinned('undici', '@opentelemetry/api') },
  files: FILES,
  cells: [
    ...cellsOf('node 20', 'node'),
    ...Object.keys(NODES).flatMap((one) => cellsOf(one.replace('-', ' '), `${MODULES}/${one}/bin/node`)),
  ],
};
