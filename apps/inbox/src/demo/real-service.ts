import { startInbox } from '../index.ts';
import { inboxOptionsFromEnv } from '../options-from-env.ts';
import type { Printer } from './printer.ts';

type Env = Record<string, string | undefined>;

const NAMES = ['SINCH_PROJECT_ID', 'SINCH_KEY_ID', 'SINCH_KEY_SECRET', 'SINCH_REGION', 'SINCH_APP_ID'];

/** Are settings of the real service here? One is enough to mean it: the others are then asked for by name. */
export function isRealService(env: Env): boolean {
  return NAMES.some((name) => env[name]);
}

/** The same inbox, on the real service. Sends nothing by itself. */
export async function startRealInbox(env: Env, print: Printer) {
  const inbox = await startInbox({ ...inboxOptionsFromEnv(env), onCallback: (callback) => print.callback(callback) });
  print.heading('The inbox talks to the real service');
  print.step('project', env.SINCH_PROJECT_ID ?? '');
  print.step('app', `${env.SINCH_APP_ID} in region ${env.SINCH_REGION}`);
  print.step('webhook', `${inbox.url}/webhook: make it public with a tunnel and register it for the app`);
  return { pageUrl: inbox.url, close: () => inbox.close() };
}
