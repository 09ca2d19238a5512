import { HandsetElement } from './element/handset-element.tsx';

export type { HandsetMessage } from './element/handset-element.tsx';
export type { MediaUrl } from './internal/phone-context.ts';
export type { EntryReaction, EntryStatus, Tap, ThreadEntry } from './thread-entry.ts';
export { HandsetElement };

const NAME = 'convapi-handset';

if (globalThis.customElements?.get(NAME) === undefined) globalThis.customElements?.define(NAME, HandsetElement);

declare global {
  interface HTMLElementTagNameMap {
    'convapi-handset': HandsetElement;
  }
}
