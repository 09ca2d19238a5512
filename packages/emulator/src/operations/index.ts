/** What operations of every resource have in common: their form, refusals, pages, masks. */
export { applyUpdate } from './apply-update.ts';
export { mergePatch } from './merge-patch.ts';
export type { Operation } from './operation.ts';
export { timeKey, toPage } from './page.ts';
export { invalid, invalidField, notFound, Refusal, type RefusalCode } from './refusal.ts';
export type { WithId } from './with-id.ts';
