import type { ConversationClient } from '@convapi/client';
import type { Sent } from './account.ts';
import type { World } from './start-world.ts';

/** How many sends are under way at once. */
export const IN_FLIGHT = 50;

/** Sends `count` messages, each with `message_metadata` and a recipient of its own, to the apps in turn. */
export async function sendAll(client: ConversationClient, apps: string[], count: number): Promise<Sent[]> {
  const sends: Sent[] = [];
  let next = 0;
  async function work(): Promise<void> {
    while (next < count) {
      const number = next;
      next += 1;
      sends.push(await sendOne(client, apps[number % apps.length] ?? '', number));
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, work));
  return sends;
}

async function sendOne(client: ConversationClient, app_id: string, number: number): Promise<Sent> {
  const key = `order-${number}`;
  const identity = String(46_700_000_000 + number);
  const sentAtMs = Date.now();
  try {
    const { message_id: messageId } = await client.messages.send({
      app_id,
      recipient: { identified_by: { channel_identities: [{ channel: 'SMS', identity }] } },
      message: { text_message: { text: `Order ${number}` } },
      message_metadata: key,
    });
    return { key, appId: app_id, sentAtMs, messageId };
  } catch (error) {
    return { key, appId: app_id, sentAtMs, error };
  }
}

/** What reached the handsets, which is what people would have seen. */
export function idsByMetadata({ emulator }: World): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const { metadata, message_id } of emulator.control.messages()) ids.set(metadata, [...(ids.get(metadata) ?? []), message_id]);
  return ids;
}

/** The second witness: what the service announced as submitted. */
export function submittedByMetadata({ emulator }: World): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const { trigger, body } of emulator.control.events()) {
    if (trigger !== 'MESSAGE_SUBMIT') continue;
    const { metadata, message_id } = body.message_submit_notification as { metadata: string; message_id: string };
    ids.set(metadata, [...(ids.get(metadata) ?? []), message_id]);
  }
  return ids;
}
