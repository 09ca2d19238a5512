import { applyBudgets, type Budget } from '../budget.ts';
import { BUILDER_NAMES } from '../builders/load-builder.ts';
import { measureInTurns } from '../harness/measure-in-turns.ts';
import { median } from '../harness/median.ts';
import { type Measure, type Row, toRows } from '../row.ts';
import { VERIFIER_NAMES } from '../verifiers/load-verifier.ts';
import type { Suite } from './suite.ts';

const SIZES = { '1 KB': 1_024, '16 KB': 16_384 };
const BY_HAND = 'node:crypto by hand';

/** How fast callbacks are verified and parsed. */
export const webhooks: Suite = {
  name: 'webhooks',
  title: 'Verifying a callback and parsing it',
  async run({ loopRounds, verificationsPerRound, limitMs }) {
    const rows: Row[] = [];
    for (const [size, bytes] of Object.entries(SIZES)) {
      const measure: Measure = { suite: 'webhooks', name: `verifications of ${size}, by processor time`, unit: 'ops/s', better: 'more' };
      const request = { bytes, count: verificationsPerRound };
      const rates = await measureInTurns<number>({ worker: 'verifier', subjects: VERIFIER_NAMES, rounds: loopRounds, limitMs, request });
      rows.push(...applyBudgets(toRows(measure, medians(rates)), budgetsFor(measure)));
    }
    return rows;
  },
};

/** The promise is about a verifier with the typed event; the guard against replays, which comes on top, must keep it too. */
function budgetsFor({ name }: Measure): Budget[] {
  return ['convapi', 'convapi, no replay guard'].map((subject) => ({ name, subject, limit: 0.9, against: BY_HAND }));
}

/** How fast cards are built. */
export const builders: Suite = {
  name: 'builders',
  title: 'Building a card',
  async run({ loopRounds, cardsPerRound, limitMs }) {
    const measure: Measure = { suite: 'builders', name: 'cards with two buttons, by processor time', unit: 'cards/s', better: 'more' };
    const request = { count: cardsPerRound };
    const rates = await measureInTurns<number>({ worker: 'builder', subjects: BUILDER_NAMES, rounds: loopRounds, limitMs, request });
    return applyBudgets(toRows(measure, medians(rates)), [
      { name: measure.name, subject: 'convapi', limit: 0.8, against: 'object literal' },
      { name: measure.name, subject: 'convapi, checked and rendered on 14 channels', limit: 20_000 },
    ]);
  },
};

function medians(rates: Map<string, number[]>): Map<string, number> {
  return new Map([...rates].map(([subject, list]) => [subject, median(list)]));
}
