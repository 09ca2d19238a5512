import { WebhookVerificationError } from '../webhook-verification-error.ts';
import { quietly } from './quietly.ts';
import type { ErrorHook } from './respond.ts';

/**
 * The answer when only a parsed body is left. It holds the fix, and so does what `onError` gets: the mistake is on the
 * receiving side and fails every callback, and whoever can mend it reads the log rather than the answer.
 */
export async function parsedTooEarly(fix: string, onError: ErrorHook): Promise<Response> {
  const error = new WebhookVerificationError('body_already_parsed', `The body was parsed before the webhook handler saw it. ${fix}`);
  await quietly(() => onError(error));
  return Response.json({ reason: error.reason, message: error.message }, { status: 400 });
}
