import { Octokit } from 'octokit';

export async function useToolkit(): Promise<string> {
  const client = new Octokit();
  return client.rest === undefined ? 'nothing' : 'sent, 404, MESSAGE_INBOUND, Order 17';
}
