#!/usr/bin/env node
import { isConvapiError } from '@convapi/core';
import { createPrinter } from './printer.ts';
import { isRealService, startRealInbox } from './real-service.ts';
import { runDemo } from './run-demo.ts';

const HELP = `Usage: npm run demo -- [--once]

  Starts an emulator and the inbox, sends a card and follows it back.
  --once   end when the story is told; without it, everything stays up until Ctrl-C

  With SINCH_PROJECT_ID, SINCH_KEY_ID, SINCH_KEY_SECRET, SINCH_REGION and SINCH_APP_ID set, the inbox talks to the
  real service instead, and nothing is sent by itself.`;

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const reason = isConvapiError(error) || error instanceof Error ? error.message : String(error);
  console.error(`\nThe demo stopped: ${reason}`);
  process.exitCode = 1;
}

async function main(flags: string[]): Promise<number> {
  const unknown = flags.find((flag) => flag !== '--once' && flag !== '--help');
  if (unknown !== undefined || flags.includes('--help')) {
    if (unknown !== undefined) console.error(`There is no ${unknown}.\n`);
    console.log(HELP);
    return unknown === undefined ? 0 : 2;
  }
  const print = createPrinter((line) => console.log(line), process.stdout.isTTY === true && !process.env.NO_COLOR);
  const running = isRealService(process.env) ? await startRealInbox(process.env, print) : await runDemo(print);
  if (flags.includes('--once')) {
    await running.close();
    return 0;
  }
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  print.text(`\n  The inbox is open at ${running.pageUrl}\n  Ctrl-C ends it.`);
  await stopped;
  print.text('\n  Ending.');
  await running.close();
  return 0;
}
