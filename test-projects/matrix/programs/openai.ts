import OpenAI from 'openai';

export async function useToolkit(): Promise<string> {
  const client = new OpenAI({ apiKey: 'key' });
  return client.responses === undefined ? 'nothing' : 'sent, 404, MESSAGE_INBOUND, Order 17';
}
