import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startEmulator } from '@convapi/emulator';
import { expect, test } from 'vitest';
import { repository } from './run.ts';

const walk =
  /<!-- run by test-projects\/test\/curl\.test\.ts -->\n```bash\n([\s\S]*?)```/.exec(
    readFileSync(join(repository, 'README.md'), 'utf8'),
  )?.[1] ?? '';

test('the curl commands of the README get a token, send a message and read its delivery reports', async () => {
  const emulator = await startEmulator();
  const env = {
    ...process.env,
    SINCH_PROJECT_ID: emulator.projectId,
    SINCH_KEY_ID: emulator.keyId,
    SINCH_KEY_SECRET: emulator.keySecret,
    CONVAPI_BASE_URL: emulator.url,
    CONVAPI_TOKEN_URL: emulator.tokenUrl,
  };
  const { stdout } = await promisify(execFile)('bash', ['-euc', walk], { env });
  await emulator.close();
  const reports = [...stdout.matchAll(/\\?"status\\?":\s*\\?"(\w+)\\?"/g)].map(([, status]) => status);
  expect(stdout).toMatch(/"message_id":\s*"[0-9A-Z]{26}"/);
  expect(reports).toEqual(expect.arrayContaining(['QUEUED_ON_CHANNEL', 'DELIVERED']));
});
