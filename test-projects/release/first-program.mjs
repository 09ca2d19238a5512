import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';

/** What stands for the reader's own account in the programs, and what it is on the emulator. */
const standIns = (account) => [
  ["'your-key-id'", `'${account.keyId}'`],
  [/'your-key-secret' \}/, `'${account.keySecret}', tokenUrl: '${account.tokenUrl}' }`],
  ["'your-project-id', region: 'eu'", `'${account.projectId}', region: 'us', baseUrl: '${account.url}'`],
  ['https://eu.conversation.api.sinch.com', account.url],
  ['your-project-id', account.projectId],
  ["app_id: '01HVN0B9TQ3F5Z2YQ8W0JK4M6P'", `app_id: '${account.appId}'`],
];

/** A program of the documentation with the emulator for the reader's account: `{ keyId, keySecret, tokenUrl, projectId, url, appId }`. */
export function onEmulator(code, account) {
  return standIns(account).reduce((text, [from, to]) => text.replaceAll(typeof from === 'string' ? from : new RegExp(from, 'g'), to), code);
}

/** A handler does nothing until it is called. */
const CALL_HANDLER = `
const answer = await POST(new Request('https://example.com/callbacks', { method: 'POST', body: '{}' }));
console.log('without a signature:', answer.status);
`;

/** What each program must have printed. */
export const PRINTS = {
  core: /^Hello \d+\nfalse$/,
  auth: /^200$/,
  client: /^[0-9A-Z]{26}$/,
  'webhook-verifier': /^without a signature: 401$/m,
  'message-builder': /"title": "Order 17"/,
  handset: /^WhatsApp-like$/,
  emulator: /^\{ apps: \[\] \}$/,
  migrate: /createConversationClient/,
};

/**
 * The first program of a README as JavaScript for one module format, with the emulator for an account.
 *
 * @param {string} readme path
 * @param {'module' | 'commonjs'} format
 */
export function firstProgram(readme, format, account) {
  const [, code = ''] = /^```ts\n([\s\S]*?)^```/m.exec(readFileSync(readme, 'utf8')) ?? [];
  const call = code.includes('export const POST') ? CALL_HANDLER : '';
  const script = transformSync(`${onEmulator(code, account)}${call}`, {
    loader: 'ts',
    format: 'esm',
    target: 'es2022',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  }).code;
  return format === 'module' ? script : toCommonJs(script);
}

/** CommonJS has no await at the top, so the program moves into a function. */
function toCommonJs(script) {
  const body = script
    .replace(/^import (\{[^}]*\}) from ("[^"]+");$/gm, (_, names, from) => `const ${names.replaceAll(' as ', ': ')} = require(${from});`)
    .replace(/^export \{[^}]*\};$/gm, '')
    .replace(/^export /gm, '');
  return `(async () => {\n${body}\n})();\n`;
}
