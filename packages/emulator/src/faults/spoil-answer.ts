import type { Wait } from './wait.ts';

/** In how many pieces a slow body comes. */
const PIECES = 10;

/** The first half of the body, as if that were all. */
export async function truncate(answer: Response): Promise<Response> {
  const body = await answer.text();
  return new Response(body.slice(0, Math.floor(body.length / 2)), { status: answer.status, headers: answer.headers });
}

/** The same answer, whose body takes its time. */
export async function slowDown(answer: Response, ms: number, wait: Wait): Promise<Response> {
  const body = new Uint8Array(await answer.arrayBuffer());
  const size = Math.max(1, Math.ceil(body.length / PIECES));
  let sent = 0;
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await wait(ms / PIECES);
      controller.enqueue(body.subarray(sent, sent + size));
      sent += size;
      if (sent >= body.length) controller.close();
    },
  });
  const headers = { ...Object.fromEntries(answer.headers), 'content-length': String(body.length) };
  return new Response(stream, { status: answer.status, headers });
}
