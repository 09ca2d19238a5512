import { bytesChecks } from './bytes-checks.ts';
import type { Check } from './check.ts';
import { forgedChecks } from './forged-checks.ts';
import { genuineChecks } from './genuine-checks.ts';
import { headersChecks } from './headers-checks.ts';
import { replayChecks } from './replay-checks.ts';
import { robustChecks } from './robust-checks.ts';
import { speedCheck } from './speed-check.ts';
import { timeChecks } from './time-checks.ts';

/** Every check, in the order in which they run. Repetitions come late, so that much was sent since the first. */
export function allChecks(): Check[] {
  return [
    ...genuineChecks(),
    ...bytesChecks(),
    ...timeChecks(),
    ...forgedChecks(),
    ...headersChecks(),
    ...robustChecks(),
    ...replayChecks(),
    speedCheck(),
  ];
}
