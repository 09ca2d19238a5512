import { isOurs, OURS, type Row } from '../row.ts';
import { formatValue } from './format-value.ts';

/** What is better and what is worse here than elsewhere, in sentences. */
export interface Comparison {
  better: string[];
  worse: string[];
}

/** Below this difference a run cannot tell two subjects apart. */
const NOISE = 0.05;

/** Sets our rows beside those of every peer; missed budgets come first among what is worse. */
export function compare(rows: readonly Row[]): Comparison {
  const missed = rows.filter(({ ok }) => ok === false).map(describeMissed);
  const verdicts = rows
    .filter(({ subject, better }) => subject === OURS && better !== 'neither')
    .map((ours) => ({ ours, ...beside(ours, rows) }));
  return {
    better: verdicts.filter(({ beaten }) => beaten.length > 0).map(({ ours, beaten }) => sentence(ours, beaten)),
    worse: [...missed, ...verdicts.filter(({ beating }) => beating.length > 0).map(({ ours, beating }) => sentence(ours, beating))],
  };
}

function beside(ours: Row, rows: readonly Row[]): { beaten: Row[]; beating: Row[] } {
  const peers = rows.filter(({ name, subject }) => name === ours.name && !isOurs(subject) && subject !== 'an empty file');
  const lead = (peer: Row) => (ours.better === 'more' ? ours.value - peer.value : peer.value - ours.value);
  const noise = ours.unit === 'yes/no' ? 0 : NOISE * Math.abs(ours.value);
  return { beaten: peers.filter((peer) => lead(peer) > noise), beating: peers.filter((peer) => lead(peer) < -noise) };
}

function sentence({ name, value, unit }: Row, peers: readonly Row[]): string {
  const list = peers.map((peer) => `${peer.subject} ${formatValue(peer.value, unit)}`).join(', ');
  return `${name}: ${formatValue(value, unit)}, beside ${list}`;
}

function describeMissed({ name, subject, value, unit, budget }: Row): string {
  return `**Budget missed.** ${name}, ${subject}: ${formatValue(value, unit)}, budget ${budget}`;
}
