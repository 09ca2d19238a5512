import type { Range } from '../range.ts';
import { type Answer, isAnswered } from '../sending/shot.ts';
import type { Expectation } from './expectation.ts';

/** What to change when a check is missed. */
export interface Fixes {
  /** The receiver took what it should refuse, or refused what it should take. */
  fix: string;
  /** It answered 5xx, where that has a cause of its own. */
  crashFix?: string;
}

/** What to change, from how the receiver failed. */
export function findFix(range: Range, answer: Answer, expect: Expectation, fixes: Fixes): string {
  if (!isAnswered(answer)) return fixForSilence(range, answer.failure);
  const { status } = answer;
  if (status >= 500)
    return (
      fixes.crashFix ?? 'An exception reached your framework: look at the log of your server. Answer 4xx to a callback that you refuse.'
    );
  if (status === 429)
    return 'A rate limit answered. Take it off this path or raise it: the service sends 25 callbacks per second and app, and more on request.';
  if (status < 200 || (status >= 300 && status < 400))
    return 'Answer at this address itself: a redirect is not a 2xx. Register the final address as the target of the webhook.';
  if (expect === 'accepted' && (status === 404 || status === 405))
    return 'No route takes this POST. Check the path of the URL, and that the route is registered for POST.';
  return (expect === 'accepted' ? range.diagnosis : undefined) ?? fixes.fix;
}

function fixForSilence(range: Range, failure: 'refused' | 'closed' | 'timeout' | 'not_sent'): string {
  switch (failure) {
    case 'timeout':
      return `No answer within ${range.timeoutMs / 1000} s. Answer every request, refusals too; answer 2xx first and do the work afterwards.`;
    case 'closed':
      return 'The connection was closed without an answer. Catch the exception behind it (see the log of your server) and answer 4xx.';
    default:
      return 'The server was gone: something before this made it stop. Look at its log and at the first miss above.';
  }
}
