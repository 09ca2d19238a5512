import { needFilled } from '../internal/need-filled.ts';

/**
 * A recipient that is a contact of the project. Apps in DISPATCH mode have no contacts: use `toIdentities` there.
 *
 * @throws {@link MessageError} when the id is empty.
 *
 * @example
 * ```ts
 * import { toContact } from '@convapi/message-builder';
 *
 * const recipient = toContact('01HVN0B9TQ3F5Z2YQ8W0JK4M6P');
 * ```
 */
export function toContact(contactId: string): { contact_id: string } {
  return { contact_id: needFilled('toContact.contactId', contactId, 'the id of a contact') };
}
