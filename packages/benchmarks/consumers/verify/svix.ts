import { Webhook } from 'svix';

const webhook = new Webhook('whsec_c2VjcmV0');

export async function onCallback(request: Request): Promise<void> {
  console.log(webhook.verify(await request.text(), Object.fromEntries(request.headers)));
}
