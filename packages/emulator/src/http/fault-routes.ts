import type { Context, Hono } from 'hono';
import type { Fault } from '../faults/index.ts';
import { json } from '../requests/index.ts';
import { toCamel, toSnake } from '../views/index.ts';
import { readFields, toOneOf } from './control-fields.ts';
import { readQuery } from './control-query.ts';
import type { SpaceOf } from './space-of.ts';

/** `/_emulator/faults` and `/_emulator/tokens`: what goes wrong. */
export function addFaultRoutes(routes: Hono, spaceOf: SpaceOf): void {
  const of = (c: Context) => spaceOf(c).control;
  routes.get('/faults', (c) => {
    readQuery(c, []);
    const { faults, feed } = spaceOf(c).views;
    return json(200, { faults: faults(), seq: feed.seq() });
  });
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
  routes.get('/faults/fired', (c) => {
    readQuery(c, []);
    return json(200, { fired: of(c).firedFaults().map(toSnake), seq: spaceOf(c).views.feed.seq() });
  });
  routes.delete('/faults', (c) => {
    readQuery(c, []);
    of(c).removeFaults();
    return json(200, {});
  });
  routes.delete('/faults/:id', (c) => {
    readQuery(c, []);
    of(c).removeFaults(c.req.param('id'));
    return json(200, {});
  });
  routes.post('/tokens', async (c) => {
    of(c).endTokens(toOneOf('end', (await readFields(c.req.raw)).end, ['expire', 'revoke'] as const));
    return json(200, {});
  });
}
