import type { WebhookRequest } from '../create-webhook-verifier.ts';
import { isWebhookVerificationError, WebhookVerificationError } from '../webhook-verification-error.ts';

/**
 * The same request with a body that must be there in so many milliseconds.
 *
 * @throws {@link WebhookVerificationError} with `body_already_parsed` when its body was read, or is being read.
 */
export function readInTime(request: Request, timeoutMs: number): WebhookRequest {
  const { body, bodyUsed, headers, url } = request;
  if (bodyUsed || body?.locked) {
    throw new WebhookVerificationError(
      'body_already_parsed',
      'Something read the request before the webhook handler, which needs the raw body. Let the handler come first, or read a copy: request.clone().',
    );
  }
  if (typeof body?.getReader !== 'function') return request;
  return { headers, url, bodyUsed, body: untilLate(body, timeoutMs) as unknown as ReadableStream<Uint8Array<ArrayBuffer>> };
}

async function* untilLate(body: ReadableStream<Uint8Array>, timeoutMs: number): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  let isLate = false;
  // Ends a read that waits, which nothing else does.
  const stop = () => reader.cancel().catch(() => {});
  const timer = setTimeout(() => {
    isLate = true;
    void stop();
  }, timeoutMs);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (isLate) throw incomplete(`It took longer than ${timeoutMs} ms.`);
      if (done) return;
      yield value;
    }
  } catch (cause) {
    throw isWebhookVerificationError(cause) ? cause : incomplete('The connection broke.', cause);
  } finally {
    clearTimeout(timer);
    void stop();
  }
}

function incomplete(why: string, cause?: unknown): WebhookVerificationError {
  return new WebhookVerificationError('body_incomplete', `Refused: body_incomplete. ${why}`, cause === undefined ? {} : { cause });
}
