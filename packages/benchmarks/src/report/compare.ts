import { isOurs, OURS, type Row, type Verdict } from '../row.ts';
import { describeVerdict } from './describe-verdict.ts';
import { formatRatio, formatValue } from './format-value.ts';

/** What is better and what is worse here than elsewhere, in sentences. */
export interface Comparison {
  better: string[];
  worse: string[];
}

/** Below this difference a run cannot tell two subjects apart. */
const NOISE = 0.05;

/** Sets our rows beside those of every peer; missed budgets come first among what is worse. */
export function compare(rows: readonly Row[]): Comparison {
  const missed = rows.flatMap((row) => (row.verdicts ?? []).filter(({ ok }) => !ok).map((verdict) => describeMissed(row, verdict)));
  const judged = rows
    .filter(({ subject, better }) => subject === OURS && better !== 'neither')
    .map((ours) => ({ ours, ...beside(ours, rows) }));
  return {
    better: judged.filter(({ beaten }) => beaten.length > 0).map(({ ours, beaten }) => sentence(ours, beaten)),
    worse: [...missed, ...judged.filter(({ beating }) => beating.length > 0).map(({ ours, beating }) => sentence(ours, beating))],
  };
}

function beside(ours: Row, rows: readonly Row[]): { beaten: Row[]; beating: Row[] } {
  const peers = rows.filter(({ name, subject }) => name === ours.name && !isOurs(subject) && subject !== 'an empty file');
  const isMore = ours.better === 'more';
  return {
    beaten: peers.filter((peer) => (isMore ? isClearlyLower(peer, ours) : isClearlyHigher(peer, ours))),
    beating: peers.filter((peer) => (isMore ? isClearlyHigher(peer, ours) : isClearlyLower(peer, ours))),
  };
}

/** By more than noise, and in more than three quarters of the rounds; by the values where there is no ratio. */
function isClearlyHigher({ ratio, value }: Row, ours: Row): boolean {
  return ratio ? ratio.median > 1 + NOISE && ratio.low > 1 : value > ours.value;
}

function isClearlyLower({ ratio, value }: Row, ours: Row): boolean {
  return ratio ? ratio.median < 1 - NOISE && ratio.high < 1 : value < ours.value;
}

function sentence({ name, value, unit }: Row, peers: readonly Row[]): string {
  const list = peers.map((peer) => `${peer.subject} ${besideOf(peer)}`).join(', ');
  return `${name}: ${formatValue(value, unit)}, beside ${list}`;
}

/** The value, and in rounds the ratio too, which is what was judged. */
function besideOf({ value, unit, ratio, samples }: Row): string {
  const shown = formatValue(value, unit);
  return ratio && samples.length > 1 ? `${shown} (${formatRatio(ratio.median)})` : shown;
}

function describeMissed({ name, subject }: Row, verdict: Verdict): string {
  return `**Budget missed.** ${name}, ${subject} ${describeVerdict(verdict)}`;
}
