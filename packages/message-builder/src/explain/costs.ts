import { type Json, recordOf } from '../render/read.ts';
import type { Attempt, CostDriver } from './explanation.ts';

/** What makes a send dearer. */
export function costDrivers(attempts: readonly Attempt[], app: Json): CostDriver[] {
  const costs = attempts.flatMap(attemptCosts);
  if (attempts.length > 1) {
    const what = `Up to ${attempts.length} channels are tried, and each that is tried may be billed.`;
    costs.push({ kind: 'attempts', what, basis: 'stated' });
  }
  if (attempts.length > 1 && recordOf(app.delivery_report_based_fallback).enabled === true) {
    costs.push({ kind: 'fallback', what: 'The app changes channels when reports stay away, which is a paid feature.', basis: 'stated' });
  }
  return costs;
}

function attemptCosts({ channel, sms, rendered }: Attempt): CostDriver[] {
  const costs: CostDriver[] = [];
  if (sms && sms.segments > 0) {
    const parts = sms.segments === 1 ? '1 SMS' : `${sms.segments} SMS`;
    const what = sms.encoding === 'UCS-2' ? `${parts}: a character outside GSM-7 more than halves what fits.` : `${parts}.`;
    costs.push({ kind: 'segments', channel, what, basis: 'stated' });
  }
  if (rendered.parts.some(hasFile))
    costs.push({ kind: 'media', channel, what: 'It carries a file, which many channels bill otherwise than text.', basis: 'guess' });
  return costs;
}

function hasFile(part: Attempt['rendered']['parts'][number]): boolean {
  if (part.kind === 'media') return true;
  if (part.kind === 'carousel') return part.cards.some((card) => card.media !== undefined);
  return part.kind === 'card' && part.media !== undefined;
}
