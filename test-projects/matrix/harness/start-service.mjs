import { startEmulator } from '@convapi/emulator';

/**
 * The emulator of the workspace, for all cells, and an app to send from.
 *
 * @returns {Promise<{ env: Record<string, string>, close: () => Promise<void> }>} `env`: what the programs read
 */
export async function startService() {
  const emulator = await startEmulator();
  const { url, tokenUrl, projectId, keyId, keySecret } = emulator;
  const answer = await fetch(`${url}/v1/projects/${projectId}/apps`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${keyId}:${keySecret}`)}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      display_name: 'Matrix',
      channel_credentials: [{ channel: 'SMS', static_bearer: { claimed_identity: 'plan', token: 'any' } }],
    }),
  });
  const { id } = await answer.json();
  const env = {
    CONVAPI_BASE_URL: url,
    CONVAPI_TOKEN_URL: tokenUrl,
    SINCH_PROJECT_ID: projectId,
    SINCH_KEY_ID: keyId,
    SINCH_KEY_SECRET: keySecret,
    SINCH_APP_ID: id,
  };
  return { env, close: () => emulator.close() };
}
