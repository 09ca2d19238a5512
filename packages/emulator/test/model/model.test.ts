import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appCommands, createApp } from './commands/apps.ts';
import { contactCommands } from './commands/contacts.ts';
import { conversationCommands } from './commands/conversations.ts';
import { messageCommands } from './commands/messages.ts';
import { sendingCommands } from './commands/sending.ts';
import { timeCommands } from './commands/time-and-consents.ts';
import { compareAll } from './compare.ts';
import { startReal } from './real.ts';
import { createModel } from './state.ts';

/** Sequences to try: few enough for every run by default, `CONVAPI_MODEL_RUNS=2000` for the full run. */
const RUNS = Number(process.env.CONVAPI_MODEL_RUNS ?? 100);
/** A failure prints these three; with them in `CONVAPI_MODEL_SEED`, `…_PATH` and `…_REPLAY` it comes again. */
const { CONVAPI_MODEL_SEED: seed, CONVAPI_MODEL_PATH: path, CONVAPI_MODEL_REPLAY: replayPath } = process.env;

const AT_NOON = Date.UTC(2026, 10, 21, 12);

const all = [...appCommands, ...contactCommands, ...conversationCommands, ...messageCommands, ...sendingCommands, ...timeCommands];
const commands = fc.commands(all, { maxCommands: 40, size: 'max', ...(replayPath ? { replayPath } : {}) });

test(`the emulator does in ${RUNS} random sequences what a simple model does`, async () => {
  const real = await startReal(AT_NOON);
  const ran = new Map<string, number>();
  const property = fc.asyncProperty(commands, async (sequence) => {
    real.reset();
    const model = createModel(real.emulator.control.now());
    await createApp(model, real, {
      mode: 'CONVERSATION',
      channels: ['SMS', 'RCS', 'WHATSAPP'],
      days: 2,
      dispatchDays: 0,
      byConversation: false,
    });
    await createApp(model, real, { mode: 'DISPATCH', channels: ['RCS', 'SMS'], days: 180, dispatchDays: 1, byConversation: false });
    await fc.asyncModelRun(() => ({ model, real }), sequence);
    await compareAll(model, real);
    for (const step of sequence) count(ran, step.toString());
  });
  try {
    await fc.assert(property, { numRuns: RUNS, ...(seed ? { seed: Number(seed) } : {}), ...(path ? { path } : {}), endOnFailure: false });
  } finally {
    await real.close();
  }
  console.log(`${[...ran.values()].reduce((sum, one) => sum + one, 0)} steps:`, Object.fromEntries([...ran].sort()));
  expect(ran.size).toBeGreaterThan(20);
}, 240_000);

function count(tally: Map<string, number>, step: string): void {
  const name = step.slice(0, step.indexOf('('));
  tally.set(name, (tally.get(name) ?? 0) + 1);
}
