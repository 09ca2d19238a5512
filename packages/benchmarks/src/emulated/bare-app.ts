import { createRequire } from 'node:module';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { Hono } from 'hono';

const DOCUMENT_ID = 'https://bench.invalid/openapi.json';

/**
 * The least that a mock of sending can be on the emulator's own libraries: it checks the body against the schema of our
 * document and answers with an id. It knows no app, contact or token, keeps nothing and sends no callbacks.
 */
export function createBareApp(): Hono {
  const check = compileSendBody();
  const app = new Hono();
  let sent = 0;
  app.post('/v1/projects/:project{[^/]+}/messages:send', async (context) => {
    if (!check(await context.req.json()))
      return context.json({ error: { code: 400, status: 'INVALID_ARGUMENT', details: check.errors } }, 400);
    sent += 1;
    return context.json({ message_id: `01BENCH${sent}`, accepted_time: new Date().toISOString() });
  });
  return app;
}

function compileSendBody() {
  const document = createRequire(import.meta.url)('@convapi/core/openapi.json') as object;
  // The document has keywords and formats of its own, which ajv would refuse.
  const ajv = new Ajv2020({ strict: false, validateSchema: false, logger: false });
  formats.default(ajv);
  ajv.addSchema({ ...document, $id: DOCUMENT_ID });
  return ajv.compile({ $ref: `${DOCUMENT_ID}#/components/schemas/SendMessageRequest` });
}
