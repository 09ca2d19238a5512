// A program that sends the messages of many orders and is killed while it does. It begins as any program with a log of sends
// does: what was open is settled, then it goes through all orders, of which the log knows those that are done.
import { argv, stdout } from 'node:process';
import { clientCredentials } from '@convapi/auth';
import { createConversationClient, recoverSends, withSendLog } from '@convapi/client';
import { fileSendLog } from '@convapi/client/file-send-log';

const { url, tokenUrl, projectId, keyId, keySecret, appId, file, orders } = JSON.parse(argv[2] ?? '{}');
const AT_ONCE = 3;

const auth = clientCredentials({ keyId, keySecret, tokenUrl });
const log = await fileSendLog({ file });
const client = createConversationClient({ projectId, region: 'us', baseUrl: url, auth });
const conversation = withSendLog(client, log, { settleMs: 50 });

stdout.write('ready\n');
const recovered = await recoverSends(conversation, log);
stdout.write(`${JSON.stringify(recovered)}\n`);

let next = 0;
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    while (next < orders) {
      const order = next;
      next += 1;
      await conversation.messages.send({
        app_id: appId,
        recipient: { identified_by: { channel_identities: [{ channel: 'SMS', identity: `467000${10_000 + order}` }] } },
        message: { text_message: { text: `Order ${order}` } },
        message_metadata: `order-${order}`,
      });
    }
  }),
);
await log.close();
stdout.write('done\n');
