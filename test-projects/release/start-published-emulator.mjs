import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/**
 * Starts the command of an installed emulator, and makes an app for the programs to send from.
 *
 * @param {string} project where it is installed
 */
export async function startPublishedEmulator(project) {
  const child = spawn(join(project, 'node_modules/.bin/convapi-emulator'), ['--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const settings = await readSettings(child);
  const account = {
    url: settings.CONVAPI_BASE_URL,
    tokenUrl: settings.CONVAPI_TOKEN_URL,
    projectId: settings.SINCH_PROJECT_ID,
    keyId: settings.SINCH_KEY_ID,
    keySecret: settings.SINCH_KEY_SECRET,
  };
  const stop = async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
  };
  return { account: { ...account, appId: await makeApp(account) }, stop };
}

async function readSettings(child) {
  let text = '';
  for await (const chunk of child.stdout) {
    text += chunk;
    const found = Object.fromEntries([...text.matchAll(/^(\w+)=(\S+)\n/gm)].map(([, name, value]) => [name, value]));
    if (found.CONVAPI_TOKEN_URL) return found;
  }
  throw new Error(`The emulator ended before it said where it is:\n${text}`);
}

async function makeApp({ url, projectId, keyId, keySecret }) {
  const answer = await fetch(`${url}/v1/projects/${projectId}/apps`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${keyId}:${keySecret}`)}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      display_name: 'Rehearsal',
      channel_credentials: [{ channel: 'SMS', static_bearer: { claimed_identity: 'plan', token: 'any' } }],
    }),
  });
  return (await answer.json()).id;
}
