import { Hono } from 'hono';
import type { EmulatorContract } from './load-contract.ts';

/**
 * The least that a mock of sending can be on the emulator's own libraries: it checks the body as the emulator does, by the same code, and
 * answers with an id. It knows no app, contact or token, keeps nothing and sends no callbacks.
 *
 * @param onSend hears of each message that was taken
 */
export function createBareApp({ routes, validator }: EmulatorContract, onSend: () => void = () => undefined): Hono {
  const match = routes.find('POST', '/v1/projects/project/messages:send');
  if (!('operation' in match)) throw new Error('The document has no messages:send.');
  const { operation } = match;
  const app = new Hono();
  let sent = 0;
  app.post('/v1/projects/:project{[^/]+}/messages:send', async (context) => {
    const { violations } = validator.body(operation, await context.req.json(), false);
    if (violations.length > 0) return context.json({ error: { code: 400, status: 'INVALID_ARGUMENT', details: violations } }, 400);
    sent += 1;
    onSend();
    return context.json({ message_id: `01BENCH${sent}`, accepted_time: new Date().toISOString() });
  });
  return app;
}
