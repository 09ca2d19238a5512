import type { Context } from 'hono';
import type { Space } from '../namespaces/index.ts';
import { emulatorError } from '../requests/index.ts';
import { refuseOtherPages } from './same-origin.ts';

/** The moment for which an answer of the API is right. */
const SEQ_HEADER = 'x-convapi-seq';

/**
 * `/_emulator/as-owner/{path of the API}`: the API without a key, for the page of the emulator: so that no secret is in the page. It counts for no
 * limit and meets no fault, and the log of calls says that it came this way.
 */
export async function answerAsOwner(c: Context, { settings, views, asOwner }: Space): Promise<Response> {
  const refusal = refuseOtherPages(c.req.raw);
  if (refusal) return refusal;
  if (settings.proxy)
    return emulatorError(404, 'not-found', 'With --proxy the page has no way to the API: that is the one of the service.');
  const url = new URL(c.req.url);
  url.pathname = url.pathname.slice(url.pathname.indexOf(PREFIX) + PREFIX.length);
  const call = { request: c.req.raw, url: url.href, headers: c.env.incoming.headers, asOwner: true };
  // Before it is answered: what happens meanwhile is told once more, and nothing is missed.
  const seq = views.feed.seq();
  const answer = await views.requests.record(call, () => asOwner(c.req.raw, url));
  answer.headers.set(SEQ_HEADER, String(seq));
  return answer;
}

const PREFIX = '/as-owner';
