import { isConvapiError } from '@convapi/core';
import { inboxOptionsFromEnv } from './options-from-env.ts';
import { startInbox } from './start-inbox.ts';

try {
  const inbox = await startInbox({ ...inboxOptionsFromEnv(process.env), logger: console });
  // before anything is printed: who reads it may stop the program at once
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => inbox.close().then(() => process.exit(0)));
  console.info(`Inbox:                       ${inbox.pageUrl}`);
  console.info(`Webhook target to register:  ${inbox.url}/webhook  (through a tunnel, when the service is not on this machine)`);
} catch (error) {
  // What went wrong with the settings is for the person who started this; a trace would only hide it.
  console.error(isConvapiError(error) ? error.message : error);
  process.exitCode = 1;
}
