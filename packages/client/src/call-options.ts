import type { CallOptions } from './call.ts';
import { checkMs, checkNames, wrongOption } from './check-options.ts';

/** Names of the options of a call. None is the name of a query parameter, so one in a query is in the wrong place. */
export const CALL_OPTIONS = ['signal', 'timeoutMs', 'deadlineMs', 'retry', 'headers', 'extraBody'];

/** @throws {@link ConvapiError} naming the option that is wrong or in another place. */
export function checkCallOptions(options: CallOptions, method: string, names: readonly string[] = CALL_OPTIONS): void {
  if (typeof options !== 'object' || options === null)
    throw wrongOption(`${method} got options that are no object`, 'Pass { timeoutMs, signal, … }');
  checkNames(options, names, method);
  checkMs('timeoutMs', options.timeoutMs);
  checkMs('deadlineMs', options.deadlineMs);
}
