import { type InboxCallback, startInbox } from '@convapi/inbox';
import { formatReport, rehearse } from '@convapi/webhook-verifier/rehearse';
import { expect, test } from 'vitest';

const SECRET = 'the-secret-of-the-inbox';
const APP_ID = '01HVN0B9TQ3F5Z2YQ8W0JK4M6P';

test('the inbox passes the rehearsal: genuine callbacks are taken once, all others are refused', async () => {
  const taken: InboxCallback[] = [];
  const inbox = await startInbox({
    projectId: 'project',
    region: 'eu',
    keyId: 'key-id',
    keySecret: 'key-secret',
    appId: APP_ID,
    baseUrl: 'http://127.0.0.1:9',
    tokenUrl: 'http://127.0.0.1:9/token',
    webhookSecrets: SECRET,
    onCallback: (callback) => taken.push(callback),
  });
  // a repetition is verified again, and changes nothing
  const handled = () => taken.filter((callback) => callback.outcome === 'verified' && callback.stored).length;
  const report = await rehearse({ url: `${inbox.url}/webhook`, secret: SECRET, appId: APP_ID, handled });
  await inbox.close();
  expect(report.ok, formatReport(report)).toBe(true);
}, 60_000);
