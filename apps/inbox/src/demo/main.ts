#!/usr/bin/env node
import { isConvapiError } from '@convapi/core';
import { createPrinter } from './printer.ts';
import { headlineOf, startRealInbox } from './real-service.ts';
import { runDemo } from './run-demo.ts';

const HELP = `Usage: npm run demo -- [--once] [--real]

  Starts an emulator and the inbox, sends a card and follows it back. Nothing leaves this machine.
  --once   end when the story is told; without it, everything stays up until Ctrl-C
  --real   the inbox on the real Sinch service, of the account in SINCH_PROJECT_ID, SINCH_KEY_ID, SINCH_KEY_SECRET,
           SINCH_REGION and SINCH_APP_ID; nothing is sent by itself`;

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const reason = isConvapiError(error) || error instanceof Error ? error.message : String(error);
  console.error(`\nThe demo stopped: ${reason}`);
  process.exitCode = 1;
}

async function main(typed: string[]): Promise<number> {
  const flags = [...typed, ...takenByNpm(process.env)];
  const unknown = flags.find((flag) => !['--once', '--real', '--help'].includes(flag));
  if (unknown !== undefined || flags.includes('--help')) {
    if (unknown !== undefined) console.error(`There is no ${unknown}.\n`);
    console.log(HELP);
    return unknown === undefined ? 0 : 2;
  }
  const print = createPrinter((line) => console.log(line), process.stdout.isTTY === true && !process.env.NO_COLOR);
  const isReal = flags.includes('--real');
  print.text(isReal ? headlineOf(process.env) : 'This demo talks to the emulator on this machine, not to Sinch.');
  const running: { pageUrl: string; wallUrl?: string; close(): Promise<void> } = isReal
    ? await startRealInbox(process.env, print)
    : await runDemo(print);
  if (flags.includes('--once')) {
    await running.close();
    return 0;
  }
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  print.text(`\n  The inbox is open at ${running.pageUrl}`);
  if (running.wallUrl) for (const line of whatToTry(running.wallUrl)) print.text(`  ${line}`);
  print.text('  Ctrl-C ends it.');
  await stopped;
  print.text('\n  Ending.');
  await running.close();
  return 0;
}

/** What can be played with, once the story is told: by mouse or by keyboard. */
function whatToTry(wallUrl: string): string[] {
  return [
    `The phones of Anna and Bo are at ${wallUrl}`,
    'Tap: press "On my way" on a phone, and see it in the inbox.',
    'Write: say something on a phone, answer it in the inbox, and watch the ticks.',
    `Unplug RCS: choose "RCS is unplugged" at ${new URL('faults', wallUrl)}, write from the inbox, and see it arrive as an SMS.`,
  ];
}

/**
 * `npm run demo --once`, without the other `--`, gives the flag to npm, which tells it in a variable. Not so `--real`, which
 * only what was typed may ask for.
 */
function takenByNpm(env: Record<string, string | undefined>): string[] {
  if (env.npm_config_real !== undefined) throw new Error('npm took --real for itself: type npm run demo -- --real');
  return env.npm_config_once === 'true' ? ['--once'] : [];
}
