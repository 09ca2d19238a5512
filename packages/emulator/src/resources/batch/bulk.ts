import type { BatchAccepted, BatchCreateContactsRequest, BatchDeleteContactsRequest, BatchInsertConsentsRequest } from '@convapi/core';
import { type Operation, Refusal } from '../../operations/index.ts';
import { requireApp } from '../apps/index.ts';
import { addConsent } from '../consents/index.ts';
import { addContact, removeContact } from '../contacts/index.ts';
import { calledRegion } from '../regions/index.ts';
import type { BulkJob } from './batch-job.ts';
import type { BatchWorld } from './batch-world.ts';

/** Work of this kind. */
type Work<Kind extends BulkJob['kind']> = Extract<BulkJob, { kind: Kind }>;

/** Makes contacts, one after the other; callbacks tell which. */
export const createContacts: Operation<BatchWorld> = (world, { body }) =>
  later(world, { kind: 'create-contacts', region: calledRegion(world), contacts: (body as BatchCreateContactsRequest).contacts ?? [] });

/** Deletes contacts, one after the other; callbacks tell which. */
export const deleteContacts: Operation<BatchWorld> = (world, { body }) =>
  later(world, { kind: 'delete-contacts', region: calledRegion(world), ids: (body as BatchDeleteContactsRequest).contact_ids ?? [] });

export const insertConsents: Operation<BatchWorld> = (world, { body }) => {
  const request = body as BatchInsertConsentsRequest;
  requireApp(world, request.app_id ?? '');
  return later(world, { kind: 'insert-consents', region: calledRegion(world), request });
};

export function createContactsNow(world: BatchWorld, { region, contacts }: Work<'create-contacts'>): void {
  for (const contact of contacts) unlessRefused(() => addContact({ ...world, region }, contact));
}

export function deleteContactsNow(world: BatchWorld, { region, ids }: Work<'delete-contacts'>): void {
  for (const id of ids) unlessRefused(() => removeContact({ ...world, region }, id));
}

export function insertConsentsNow(world: BatchWorld, { region, request }: Work<'insert-consents'>): void {
  const { app_id: appId, list_type: list, identities = [] } = request;
  // which fields the service needs is a guess, so a request without them is taken, and comes to nothing
  if (appId === undefined || list === undefined) return;
  for (const { identity } of identities) unlessRefused(() => addConsent({ ...world, region }, appId, list, identity, 'ORIGIN_API'));
}

function later(world: BatchWorld, job: BulkJob): BatchAccepted {
  world.plan(job);
  return { batch_id: world.newId() };
}

/** The answer comes before the work, so what fails is left out: nobody is there to be told. */
function unlessRefused(step: () => void): void {
  try {
    step();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}
