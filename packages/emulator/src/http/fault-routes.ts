import type { Hono } from 'hono';
import type { Fault } from '../faults/index.ts';
import { json } from '../requests/index.ts';
import { type Fields, readFields, toOneOf } from './control-fields.ts';
import type { ControlOf } from './control-of.ts';

/** `/_emulator/faults` and `/_emulator/tokens`: what goes wrong. */
export function addFaultRoutes(routes: Hono, of: ControlOf): void {
  routes.get('/faults', (c) => json(200, { faults: of(c).faults().map(toSnake) }));
  routes.post('/faults', async (c) => {
    const { id } = of(c).fault(toCamel(await readFields(c.req.raw)) as unknown as Fault);
    return json(
      200,
      toSnake(
        of(c)
          .faults()
          .find((fault) => fault.id === id),
      ),
    );
  });
  routes.get('/faults/fired', (c) => json(200, { fired: of(c).firedFaults().map(toSnake) }));
  routes.delete('/faults', (c) => {
    of(c).removeFaults();
    return json(200, {});
  });
  routes.delete('/faults/:id', (c) => {
    of(c).removeFaults(c.req.param('id'));
    return json(200, {});
  });
  routes.post('/tokens', async (c) => {
    of(c).endTokens(toOneOf('end', (await readFields(c.req.raw)).end, ['expire', 'revoke'] as const));
    return json(200, {});
  });
}

/** Names of the options, which have another form over HTTP. */
function toSnake(value: unknown): unknown {
  return rename(value, (name) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
}

/** `app_id` is a name of the API, and the same in both forms. */
function toCamel(fields: Fields): Fields {
  return rename(fields, (name) =>
    name === 'app_id' ? name : name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  ) as Fields;
}

function rename(value: unknown, toName: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((part) => rename(part, toName));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [toName(name), rename(part, toName)]));
}
