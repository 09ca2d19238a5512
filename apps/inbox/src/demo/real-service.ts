import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';
import { type InboxServer, startInbox } from '../index.ts';
import { inboxOptionsFromEnv } from '../options-from-env.ts';
import type { Printer } from './printer.ts';

type Env = Record<string, string | undefined>;

/** Whom the inbox will talk to, in one line. */
export function headlineOf(env: Env): string {
  const service = env.CONVAPI_BASE_URL?.trim() ? `the service at ${env.CONVAPI_BASE_URL}` : 'the real Sinch service';
  return `This demo talks to ${service}, project ${env.SINCH_PROJECT_ID?.trim() || '(SINCH_PROJECT_ID is not set)'}.`;
}

/** The same inbox, on the real service. Sends nothing by itself. */
export async function startRealInbox(env: Env, print: Printer) {
  // the demo does without the secret that the inbox by itself asks for: it is looked up below
  const known = inboxOptionsFromEnv({ ...env, SINCH_WEBHOOK_SECRET: env.SINCH_WEBHOOK_SECRET?.trim() || 'looked up below' });
  const { projectId, region, keyId, keySecret, appId, baseUrl, tokenUrl } = known;
  const conversation = createConversationClient({ projectId, region, auth: clientCredentials({ keyId, keySecret, tokenUrl }), baseUrl });
  const app = await conversation.apps.get(appId);
  const webhookSecrets = env.SINCH_WEBHOOK_SECRET ? known.webhookSecrets : await secretsOf(conversation, appId);
  const inbox = await startInbox({ ...known, webhookSecrets, onCallback: (callback) => print.callback(callback) });
  print.heading('The inbox');
  print.step('project', projectId);
  print.step('app', `${app.display_name ?? ''} (${appId}) in region ${region}`);
  print.step('webhook', `${inbox.url}/webhook: make it public with a tunnel and register that address for the app`);
  print.step('webhook secret', env.SINCH_WEBHOOK_SECRET ? 'from SINCH_WEBHOOK_SECRET' : 'from the webhooks of the app');
  return { pageUrl: await openFor(inbox), close: () => inbox.close() };
}

/** The service gives the secrets of an app's webhooks back, so they need not be typed again. */
async function secretsOf(conversation: ReturnType<typeof createConversationClient>, appId: string): Promise<string[]> {
  const secrets: string[] = [];
  for await (const { secret } of conversation.webhooks.list(appId)) if (secret) secrets.push(secret);
  if (secrets.length > 0) return secrets;
  throw new Error('No webhook of the app has a secret. Create one with a secret, or set SINCH_WEBHOOK_SECRET to the one you will use.');
}

/** A link for whoever started the demo; an inbox that has people asks for a password. */
async function openFor(inbox: InboxServer): Promise<string> {
  if (await inbox.hasAgents()) return inbox.url;
  const email = 'admin@example.com';
  await inbox.addAgent({ name: 'Admin', email, role: 'admin' });
  return inbox.signInUrl(email);
}
