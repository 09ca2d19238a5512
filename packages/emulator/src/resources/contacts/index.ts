/** Contacts and their addresses: found, made, merged, looked up. */
export { checkIdentity, identityOn, laneOf, toStored } from './addresses.ts';
export { getChannelProfile, type ProfilesWorld } from './channel-profile.ts';
export { contactFor } from './contact-for.ts';
export { type ContactRecord, type ContactStore, createContactStore } from './contact-store.ts';
export { addContact, createContact, deleteContact, getContact, listContacts, removeContact, updateContact } from './contacts.ts';
export type { ContactsWorld, ContactTopics } from './contacts-world.ts';
export { findConflicts, listIdentityConflicts } from './identity-conflicts.ts';
export { type KnownContacts, knownContact, requireContact } from './known-contacts.ts';
export { mergeContacts } from './merge-contacts.ts';
export { type Asked, checkRecipient, findAsked } from './recipients.ts';
export { saveContact } from './save-contact.ts';
