/** The opt-out lists of the apps. */
export { type ConsentStore, createConsentStore } from './consent-store.ts';
export {
  addConsent,
  type ConsentsWorld,
  isOptedOut,
  type KnownConsents,
  listAuditRecords,
  listConsentIdentities,
  removeConsent,
  subscribeConsents,
} from './consents.ts';
