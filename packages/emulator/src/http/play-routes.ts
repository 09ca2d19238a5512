import { WEBHOOK_TRIGGERS } from '@convapi/core';
import type { Hono } from 'hono';
import { RESENDABLE_STATES } from '../callbacks/index.ts';
import { json } from '../requests/index.ts';
import { toCallbackSummary } from '../views/index.ts';
import { optional, readFields, toOneOf } from './control-fields.ts';
import { readQuery } from './control-query.ts';
import type { SpaceOf } from './space-of.ts';

/** What a dashboard does: callbacks once more, samples of them, and access keys. */
export function addPlayRoutes(routes: Hono, spaceOf: SpaceOf): void {
  routes.post('/callbacks/resend', async (c) => {
    const { state = 'dropped' } = await readFields(c.req.raw);
    return json(200, spaceOf(c).control.resendAll(toOneOf('state', state, RESENDABLE_STATES)));
  });
  routes.post('/callbacks/:id/resend', async (c) => {
    const { to } = await readFields(c.req.raw);
    return json(200, { callback: toCallbackSummary(spaceOf(c).control.resend(c.req.param('id'), optional('to', to))) });
  });
  routes.post('/webhooks/:id/test', async (c) => {
    const { trigger } = await readFields(c.req.raw);
    const record = await spaceOf(c).control.sampleCallback(c.req.param('id'), toOneOf('trigger', trigger, WEBHOOK_TRIGGERS));
    return json(200, { callback: toCallbackSummary(record) });
  });
  routes.get('/keys', (c) => {
    readQuery(c, []);
    const { keys, feed } = spaceOf(c).views;
    return json(200, { keys: keys.all(), seq: feed.seq() });
  });
  routes.post('/keys', async (c) => {
    const { name } = await readFields(c.req.raw);
    return json(200, spaceOf(c).control.createKey(optional('name', name).name));
  });
  routes.delete('/keys/:id', (c) => {
    readQuery(c, []);
    spaceOf(c).control.revokeKey(c.req.param('id'));
    return json(200, {});
  });
}
