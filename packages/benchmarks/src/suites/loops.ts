import { applyBudgets, type Budget } from '../budget.ts';
import { BUILDER_NAMES } from '../builders/load-builder.ts';
import { askFresh, type FreshRequests } from '../harness/ask-fresh.ts';
import { measureInTurns, samplesOf } from '../harness/in-turns.ts';
import type { Rate } from '../harness/time-work.ts';
import { type Measure, OURS, type Row, toRows } from '../row.ts';
import { VERIFIER_NAMES } from '../verifiers/load-verifier.ts';
import type { Suite } from './suite.ts';

/** Bytes of a callback, and which share of the verifications are made at that size: a large one takes four times as long. */
const SIZES = { '1 KB': { bytes: 1_024, share: 1 }, '16 KB': { bytes: 16_384, share: 0.25 } };
const BY_HAND = 'node:crypto by hand';
/** The promise is about a verifier with the typed event; the guard against replays, which comes on top, must keep it too. */
const OUR_VERIFIERS = [OURS, 'convapi, no replay guard'];

/** How fast callbacks are verified and parsed. */
export const webhooks: Suite = {
  name: 'webhooks',
  title: 'Verifying a callback and parsing it',
  async run({ rounds, verifications }) {
    const rows: Row[] = [];
    for (const [size, { bytes, share }] of Object.entries(SIZES)) {
      const speed: Measure = { suite: 'webhooks', name: `verifications of ${size}`, unit: 'ops/s', better: 'more' };
      const cpu: Measure = { suite: 'webhooks', name: `processor time of a verification of ${size}`, unit: 'µs', better: 'less' };
      const request = { bytes, count: Math.round(verifications * share) };
      const measured = await measureLoops('verifier', VERIFIER_NAMES, rounds, { warmUp: request, measured: request });
      rows.push(
        ...applyBudgets(
          toRateRows(measured, speed, cpu),
          OUR_VERIFIERS.flatMap((subject) => budgetsFor(subject, speed, cpu)),
        ),
      );
    }
    return rows;
  },
};

/** Nine tenths of the speed is ten ninths of the time. */
function budgetsFor(subject: string, speed: Measure, cpu: Measure): Budget[] {
  return [
    { name: speed.name, subject, limit: 0.9, against: BY_HAND },
    { name: cpu.name, subject, limit: 1.11, against: BY_HAND },
  ];
}

const MICROS = 1_000_000;
const CARDS: Measure = { suite: 'builders', name: 'cards with two buttons', unit: 'cards/s', better: 'more' };
const CARD_CPU: Measure = { suite: 'builders', name: 'processor time of a card with two buttons', unit: 'µs', better: 'less' };

/** How fast cards are built. */
export const builders: Suite = {
  name: 'builders',
  title: 'Building a card',
  async run({ rounds, buildingMs: ms }) {
    const measured = await measureLoops('builder', BUILDER_NAMES, rounds, { warmUp: { ms }, measured: { ms } });
    return applyBudgets(toRateRows(measured, CARDS, CARD_CPU), [
      { name: CARD_CPU.name, subject: OURS, limit: 1.5, against: 'object literal' },
      // by processor time, since a limit in fixed numbers has no peer that would be slow in the same moment
      {
        name: CARD_CPU.name,
        subject: 'convapi, checked and rendered on 14 channels',
        limit: MICROS / 30_000,
        shown: '33.3 µs, 30,000 a second',
      },
    ]);
  },
};

function measureLoops(worker: string, subjects: readonly string[], rounds: number, requests: FreshRequests): Promise<Map<string, Rate[]>> {
  return measureInTurns({ subjects, rounds, measure: (subject) => askFresh<Rate>(worker, subject, requests) });
}

function toRateRows(rates: ReadonlyMap<string, readonly Rate[]>, speed: Measure, cpu: Measure): Row[] {
  return [
    ...toRows(
      speed,
      samplesOf(rates, ({ perSecond }) => perSecond),
    ),
    ...toRows(
      cpu,
      samplesOf(rates, ({ cpuMicros }) => cpuMicros),
    ),
  ];
}
