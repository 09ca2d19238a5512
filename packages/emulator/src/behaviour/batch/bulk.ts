import type { BatchAccepted, BatchCreateContactsRequest, BatchDeleteContactsRequest, BatchInsertConsentsRequest } from '@convapi/core';
import { requireApp } from '../apps.ts';
import { addConsent } from '../consents.ts';
import { addContact, removeContact } from '../contacts.ts';
import type { Operation } from '../operation.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

/** Makes contacts, one after the other; callbacks tell which. */
export const createContacts: Operation = (world, { body }) => {
  const { contacts } = body as BatchCreateContactsRequest;
  return later(
    world,
    contacts.map((contact) => () => addContact(world, contact)),
  );
};

/** Deletes contacts, one after the other; callbacks tell which. */
export const deleteContacts: Operation = (world, { body }) => {
  const { contact_ids: ids } = body as BatchDeleteContactsRequest;
  return later(
    world,
    ids.map((id) => () => removeContact(world, id)),
  );
};

export const insertConsents: Operation = (world, { body }) => {
  const { app_id: appId, list_type: list, identities } = body as BatchInsertConsentsRequest;
  requireApp(world, appId);
  return later(
    world,
    identities.map(
      ({ identity }) =>
        () =>
          addConsent(world, appId, list, identity, 'ORIGIN_API'),
    ),
  );
};

/** The answer comes before the work, so what fails is left out: nobody is there to be told. */
function later(world: World, steps: readonly (() => void)[]): BatchAccepted {
  world.clock.after(0, () => {
    for (const step of steps) unlessRefused(step);
  });
  return { batch_id: world.newId() };
}

function unlessRefused(step: () => void): void {
  try {
    step();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}
