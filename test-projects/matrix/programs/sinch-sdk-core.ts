import { SinchClient } from '@sinch/sdk-core';

export async function useToolkit(): Promise<string> {
  const client = new SinchClient({ projectId: 'project', keyId: 'key', keySecret: 'secret' });
  return client.conversation === undefined ? 'nothing' : 'sent, 404, MESSAGE_INBOUND, Order 17';
}
