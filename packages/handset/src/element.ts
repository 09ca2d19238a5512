import { HandsetElement } from './element/handset-element.tsx';

export { HandsetElement };
export type { MediaUrl } from './internal/phone-context.ts';
export type { EntryReaction, EntryStatus, Tap, ThreadEntry } from './thread-entry.ts';

const NAME = 'convapi-handset';

if (globalThis.customElements?.get(NAME) === undefined) globalThis.customElements?.define(NAME, HandsetElement);

declare global {
  interface HTMLElementTagNameMap {
    'convapi-handset': HandsetElement;
  }
}
