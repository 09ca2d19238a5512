import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Emulator, startEmulator } from '@convapi/emulator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { repository } from './run.ts';

const folder = join(repository, 'test-projects/curl');

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.close());

/** Runs a script as a reader would, and gives what it printed. */
async function run(script: string): Promise<string> {
  const { url, tokenUrl, projectId, keyId, keySecret } = emulator;
  const settings = { SINCH_PROJECT_ID: projectId, SINCH_KEY_ID: keyId, SINCH_KEY_SECRET: keySecret };
  const env = { PATH: process.env.PATH, ...settings, CONVAPI_BASE_URL: url, CONVAPI_TOKEN_URL: tokenUrl };
  const { stdout } = await promisify(execFile)('sh', [join(folder, script)], { env });
  return stdout;
}

/** What each script has to print, in this order. */
const OUTPUT: Record<string, RegExp[]> = {
  '01-create-app.sh': [/"display_name":"Shop"/, /"channel":"RCS".*"ACTIVE".*"channel":"SMS".*"ACTIVE"/],
  '02-add-webhook.sh': [/"target":"http:\/\/127.0.0.1:3000\/callbacks"/, /"code":400/, /^refused$/m],
  '03-send-text.sh': [/"trigger":"MESSAGE_DELIVERY"/, /"status":"DELIVERED"/, /"identity":"46700000000"/],
  '04-card-with-fallback.sh': [
    /"status":"SWITCHING_CHANNEL".*"channel":"RCS".*"RECIPIENT_NOT_REACHABLE"/,
    /"status":"DELIVERED".*"channel":"SMS"/,
  ],
  '05-tap.sh': [/"message_id"/, /"choice_response_message":\{.*"postback_data":"ship-it"/],
  '06-list-messages.sh': [/"three".*"two".*\n/, /"one".*"next_page_token":""/],
  '07-stop-conversation.sh': [/"active":false/, /^a new conversation$/m],
  '08-merge-contacts.sh': [/"channel":"SMS".*"channel":"RCS"/, /"code":404/, /^gone$/m],
  '09-batch-schedule-and-cancel.sh': [/"status":"SCHEDULED"/, /"status":"CANCELLED"/],
  '10-send-template.sh': [/"message_id"/, /"text":"Hej Bo"/],
  '11-transcode.sh': [/"SMS":"Order 17\\n.*https:\/\/example.com\/17"/, /"WHATSAPP":"\{.*interactive/],
  '12-opt-out.sh': [/"identities":\[\{"identity":"46700000012"\}\]/, /"DELIVERY_REJECTED_DUE_TO_POLICY"/, /"origin":"ORIGIN_MO"/],
};

test.each(Object.keys(OUTPUT))('%s does what it says', async (script) => {
  const stdout = await run(script);
  let from = 0;
  for (const pattern of OUTPUT[script] ?? []) {
    const found = pattern.exec(stdout.slice(from));
    expect(found, `${pattern} in what follows\n${stdout.slice(from)}`).not.toBeNull();
    from += (found?.index ?? 0) + (found?.[0].length ?? 0);
  }
});

test('every script is run', () => {
  const scripts = readdirSync(folder).filter((name) => name !== 'common.sh');
  expect(scripts.sort()).toEqual(Object.keys(OUTPUT));
});
