import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { startTlsWorld } from './tls-world.ts';

/** A program as a user writes it, with nothing said of a proxy. */
const PROGRAM = `
import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';
const auth = clientCredentials({ keyId: 'id', keySecret: 'secret' });
const conversation = createConversationClient({ projectId: 'p', region: 'eu', auth, retry: false });
console.log(JSON.stringify(await conversation.apps.list()));
`;

const runtimes = new URL('../../../runtime-tests/parent/runtimes.mjs', import.meta.url).href;

/** The Node of that name, when the runtimes of runtime-tests are installed. */
async function nodeOf(name: string): Promise<string | undefined> {
  const { RUNTIMES } = (await import(runtimes)) as { RUNTIMES: { name: string; command(base: string): string[] }[] };
  try {
    return RUNTIMES.find((one) => one.name === name)?.command('')[0];
  } catch {
    return undefined;
  }
}

test.each(['node 22', 'node 24', 'node 26'])('HTTPS_PROXY with NODE_USE_ENV_PROXY carries calls and token on %s', async (name) => {
  const node = await nodeOf(name);
  if (node === undefined) return console.log(`not tried: ${name} is not installed; "pnpm test:runtimes" installs it`);
  const world = await startTlsWorld();
  const folder = mkdtempSync(join(tmpdir(), 'convapi-env-proxy-'));
  writeFileSync(join(folder, 'ca.pem'), world.ca);
  const env = { PATH: process.env.PATH, NODE_USE_ENV_PROXY: '1', HTTPS_PROXY: world.proxyUrl, NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem') };
  const cwd = fileURLToPath(new URL('..', import.meta.url));
  try {
    const { stdout } = await promisify(execFile)(node, ['--input-type=module', '--eval', PROGRAM], { cwd, env });
    expect(JSON.parse(stdout)).toEqual({ apps: [] });
    expect(world.proxy.asked.sort()).toEqual(['auth.sinch.com:443', 'eu.conversation.api.sinch.com:443']);
  } finally {
    rmSync(folder, { recursive: true });
    world.close();
  }
});
