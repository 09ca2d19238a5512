import type { StoredReport } from '../store/delivery-reports.ts';
import { describeReason } from './describe-reason.ts';

/** Why something failed: the service's code, what it means, and what the channel said. */
export interface ReasonView {
  code: string;
  text: string;
  detail: string;
}

/** One channel gave up and another took over. `to` is empty until that is known. */
export interface SwitchView {
  from: string;
  to: string;
  reason: ReasonView;
}

/** How far a message got. */
export interface Delivery {
  /** Empty when no report came yet. */
  status: '' | 'QUEUED_ON_CHANNEL' | 'DELIVERED' | 'READ' | 'FAILED';
  /** The channel it is on now; empty when no report told. */
  channel: string;
  reason?: ReasonView;
  switches: SwitchView[];
}

const RANKS: Record<string, number> = { QUEUED_ON_CHANNEL: 1, DELIVERED: 2, READ: 3, FAILED: 3 };

/** Puts reports together that came in any order. A message never goes back, and stays READ or FAILED once it is. */
export function toDelivery(reports: readonly StoredReport[]): Delivery {
  let reached: StoredReport | undefined;
  for (const report of reports) {
    if ((RANKS[report.status] ?? 0) > (RANKS[reached?.status ?? ''] ?? 0)) reached = report;
  }
  const inTime = reports.toSorted((a, b) => compareTimes(a.reported_at, b.reported_at) || a.seq - b.seq);
  const delivery: Delivery = {
    status: (reached?.status ?? '') as Delivery['status'],
    channel: inTime.findLast(({ status }) => status !== 'SWITCHING_CHANNEL')?.channel ?? '',
    switches: inTime.flatMap((report, index) => (report.status === 'SWITCHING_CHANNEL' ? [toSwitch(report, inTime.slice(index + 1))] : [])),
  };
  if (reached?.status === 'FAILED') delivery.reason = toReason(reached);
  return delivery;
}

function toSwitch(report: StoredReport, later: readonly StoredReport[]): SwitchView {
  const next = later.find(({ channel }) => channel !== report.channel);
  return { from: report.channel, to: next?.channel ?? '', reason: toReason(report) };
}

function toReason({ reason_code: code, reason_text: detail }: StoredReport): ReasonView {
  return { code, text: code === '' ? 'No reason was given' : describeReason(code), detail };
}

/** Times carry up to nine fraction digits, of which a Date keeps three. */
function compareTimes(a: string, b: string): number {
  return Date.parse(a) - Date.parse(b) || fraction(a) - fraction(b);
}

function fraction(time: string): number {
  return Number(`0${/\.\d+/.exec(time)?.[0] ?? ''}`);
}
