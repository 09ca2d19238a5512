/** A refusal as the sender sees it: a status and one word, never a message or a stack. */
export function answer(status: number, reason: string, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ reason }), { status, headers: { 'content-type': 'application/json', ...headers } });
}
