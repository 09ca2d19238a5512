import fc from 'fast-check';
import { expect } from 'vitest';
import type { EmulatorSnapshot } from '../../../src/index.ts';
import { text } from '../../support.ts';
import { command, whichever } from '../command.ts';
import { compareEvents } from '../compare.ts';
import type { Real } from '../real.ts';
import { contactFor, expireConversations, toAddress } from '../rules.ts';
import { sendInModel } from '../sending.ts';
import { fresh, type Model, type ModelBatch, pick } from '../state.ts';
import { tell } from '../tell.ts';
import { walk } from '../walk.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const LISTS = ['OPT_OUT_ALL', 'OPT_OUT_MARKETING', 'OPT_OUT_NOTIFICATION'];
const PHONES = ['46700000001', '46700000002', '46700000003'];

const advance = command({
  name: 'advance',
  with: fc.constantFrom(1, MINUTE_MS, HOUR_MS, 23 * HOUR_MS, 25 * HOUR_MS, 8 * 24 * HOUR_MS),
  async run(model, real, ms) {
    const target = model.nowMs + ms;
    await real.emulator.control.advance(ms);
    const due = model.batches.filter((batch) => batch.status === 'SCHEDULED' && batch.dueMs <= target).sort((a, b) => a.dueMs - b.dueMs);
    for (const batch of due) processBatch(model, real, batch);
    expireConversations(model, target);
    model.nowMs = target;
    expect(real.emulator.control.now()).toBe(target);
  },
});

/** The messages of a batch are sent at its time, each under the id that its callback tells. */
function processBatch(model: Model, real: Real, batch: ModelBatch): void {
  batch.status = 'PROCESSED';
  expireConversations(model, batch.dueMs);
  model.nowMs = batch.dueMs;
  const app = model.apps.find(({ id }) => id === batch.appId);
  if (!app) return;
  const metadata = JSON.stringify({ _batch_id: batch.id });
  const submitted = real.emulator.control.events().flatMap(({ trigger, body }) => {
    const told = body.message_submit_notification as Record<string, string> | undefined;
    return trigger === 'MESSAGE_SUBMIT' && told?.metadata === metadata ? [told] : [];
  });
  batch.identities.forEach((identity, index) => {
    const { message_id: message, contact_id: contact, conversation_id: conversation } = submitted[index] ?? {};
    const failedMetadata = JSON.stringify({ _batch_id: batch.id, batch_id: batch.id, message_index: index });
    const to = [toAddress(app, 'SMS', identity)];
    sendInModel(
      model,
      app,
      { mode: app.mode, to, order: [], metadata, failedMetadata, correlationId: undefined },
      { message, contact, conversation },
    );
  });
  tellStatus(model, batch);
}

/** The app hears where its batch stands, unless it is gone. */
function tellStatus(model: Model, { id, appId, status }: ModelBatch): void {
  const app = model.apps.find((one) => one.id === appId);
  if (app) tell(model, app, 'BATCH_STATUS_UPDATE', { batch: id, status: `BATCH_STATUS_${status}` });
}

const batch = command({
  name: 'scheduleBatch',
  with: fc.record({ app: whichever, phones: fc.subarray(PHONES, { minLength: 1 }), minutes: fc.integer({ min: 2, max: 3_000 }) }),
  when: (model) => model.apps.length > 0,
  async run(model, real, { app: number, phones, minutes }) {
    const { id: appId } = pick(model.apps, number);
    const wantedMs = model.nowMs + minutes * MINUTE_MS;
    const { batch_id: id, status } = await real.done('POST', batchPath(real), {
      app_id: appId,
      message: text('Hello'),
      recipient_and_params: phones.map((identity) => ({
        recipient: { identified_by: { channel_identities: [{ channel: 'SMS', identity }] } },
      })),
      send_after: new Date(wantedMs).toISOString(),
    });
    expect(status).toBe('SCHEDULED');
    const dueMs = Math.ceil(wantedMs / (5 * MINUTE_MS)) * 5 * MINUTE_MS;
    const made: ModelBatch = { id: fresh(model, id), status: 'SCHEDULED', appId, identities: phones, dueMs };
    model.batches.push(made);
    tellStatus(model, made);
  },
});

const cancel = command({
  name: 'cancelBatch',
  with: whichever,
  when: (model) => model.batches.length > 0,
  async run(model, real, number) {
    const found = pick(model.batches, number);
    await real.done('DELETE', batchPath(real), { batch_id: found.id });
    await real.emulator.control.idle();
    if (found.status === 'SCHEDULED') {
      found.status = 'CANCELLED';
      tellStatus(model, found);
    }
    expect(await real.done('GET', `${batchPath(real)}/${found.id}`)).toEqual({ batch_id: found.id, status: found.status });
  },
});

function batchPath({ emulator }: Real): string {
  return `/batch/v1/projects/${emulator.projectId}/messages`;
}

const optOut = command({
  name: 'optOut',
  with: fc.record({ app: whichever, phone: fc.constantFrom(...PHONES), list: fc.constantFrom(...LISTS) }),
  when: (model) => model.apps.length > 0,
  async run(model, real, { app: number, phone, list }) {
    const { id: appId } = pick(model.apps, number);
    await real.done('POST', `/batch/v1/projects/${real.emulator.projectId}/consents`, {
      app_id: appId,
      list_type: list,
      identities: [{ identity: `+${phone}` }],
    });
    await real.emulator.control.idle();
    if (!model.optOuts.some((one) => one.appId === appId && one.list === list && one.identity === phone))
      model.optOuts.push({ appId, list, identity: phone });
    const found = await walk(real, `/apps/${appId}/consents/${list}`, 'identities', 2);
    const wanted = model.optOuts.filter((one) => one.appId === appId && one.list === list).map(({ identity }) => identity);
    expect(found.map(({ identity }) => identity)).toEqual(wanted.sort());
  },
});

/** A copy of everything takes the place of everything: nothing but the logs may change. */
const reload = command({
  name: 'reload',
  with: fc.constant(undefined),
  async run(model, real) {
    const { control } = real.emulator;
    compareEvents(model, real);
    model.events = [];
    control.load(JSON.parse(JSON.stringify(control.snapshot())) as EmulatorSnapshot);
  },
});

/** Viber tells of people who leave and come back. */
const optByContact = command({
  name: 'optByContact',
  with: fc.record({ app: whichever, phone: fc.constantFrom(...PHONES), out: fc.boolean() }),
  when: (model) => model.apps.some(({ channels }) => channels.includes('VIBERBM')),
  async run(model, real, { app: number, phone, out }) {
    const app = pick(
      model.apps.filter(({ channels }) => channels.includes('VIBERBM')),
      number,
    );
    const actor = real.emulator.control.contact(phone, 'VIBERBM', { app_id: app.id });
    out ? actor.optsOut() : actor.optsIn();
    await real.emulator.control.idle();
    const { contacts } = await real.done('GET', `/contacts?channel=VIBERBM&identity=${phone}`);
    const [first] = contacts as { id: string }[];
    const contact = app.mode === 'DISPATCH' ? undefined : contactFor(model, app, [toAddress(app, 'VIBERBM', phone)], first?.id);
    const isThis = (one: Model['optOuts'][number]) => one.appId === app.id && one.list === 'OPT_OUT_ALL' && one.identity === phone;
    model.optOuts = model.optOuts.filter((one) => !isThis(one));
    if (out) model.optOuts.push({ appId: app.id, list: 'OPT_OUT_ALL', identity: phone });
    const status = out ? 'OPT_OUT_SUCCEEDED' : 'OPT_IN_SUCCEEDED';
    tell(model, app, out ? 'OPT_OUT' : 'OPT_IN', { contact: contact?.id ?? '', channel: 'VIBERBM', identity: phone, status });
  },
});

export const timeCommands = [advance, advance, advance, batch, cancel, reload, optOut, optByContact];
