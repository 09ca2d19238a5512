import { isConvapiError } from '@convapi/core';
import { addAgent } from './commands/add-agent.ts';
import { deletePersonCommand } from './commands/delete-person.ts';
import { createInbox } from './create-inbox.ts';
import { pinoLogger } from './observing/pino-logger.ts';
import { inboxOptionsFromEnv } from './options-from-env.ts';
import { startInbox } from './start-inbox.ts';

const USAGE = `Usage: node apps/inbox/dist/main.js [command]

  without a command                                 starts the inbox
  add-agent --email … [--name …] [--role admin]     lets somebody work with it, and prints their link
  delete-person <address or contact id>             deletes all that it holds about somebody`;

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  // What went wrong with the settings is for the person who started this; a trace would only hide it.
  console.error(isConvapiError(error) ? error.message : error);
  process.exitCode = 1;
}

async function main([command, ...args]: string[]): Promise<number> {
  if (command === undefined) return start();
  if (command !== 'add-agent' && command !== 'delete-person') {
    console.error(USAGE);
    return command === '--help' ? 0 : 2;
  }
  const { port, host, ...options } = inboxOptionsFromEnv(process.env);
  const inbox = await createInbox(options);
  try {
    const url = options.publicUrl ?? `http://${host ?? '127.0.0.1'}:${port}`;
    if (command === 'add-agent') await addAgent(inbox, args, url, console.log);
    else await deletePersonCommand(inbox, args, console.log);
  } finally {
    await inbox.close();
  }
  return 0;
}

async function start(): Promise<number> {
  const options = inboxOptionsFromEnv(process.env);
  const inbox = await startInbox({ ...options, logger: pinoLogger(process.env.LOG_LEVEL) });
  // before anything is printed: who reads it may stop the program at once
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  console.info(`Inbox:                       ${options.publicUrl ?? inbox.url}`);
  console.info(`Webhook target to register:  ${inbox.url}/webhook  (through a tunnel, when the service is not on this machine)`);
  if (!(await inbox.hasAgents())) await letFirstIn(inbox, options.dataDir === undefined && options.databaseUrl === undefined);
  await stopped;
  await inbox.close();
  return 0;
}

/** No command reaches a database in the memory of this process. */
async function letFirstIn(inbox: Awaited<ReturnType<typeof startInbox>>, inMemory: boolean): Promise<void> {
  if (!inMemory) {
    console.info('Nobody works with it yet:    node apps/inbox/dist/main.js add-agent --email you@example.com');
    return;
  }
  const email = 'admin@example.com';
  await inbox.addAgent({ name: 'Admin', email, role: 'admin' });
  console.info(`To sign in, once:            ${await inbox.signInUrl(email)}`);
}
