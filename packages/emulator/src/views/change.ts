import type { CallbackRecord, EmulatedEvent } from '../callbacks/index.ts';
import type { Gap } from '../feed/index.ts';
import type { LoggedRequest } from '../requests/index.ts';
import type { HandsetEntry } from '../resources/channels/index.ts';

/** Something that changed, as little of it as can be: it is put into words when somebody listens, and says then what is true by then. */
export type Change =
  | { type: ResourceType; id: string; row: unknown }
  | { type: 'handset'; entry: HandsetEntry }
  | TypingChange
  | { type: 'event'; event: EmulatedEvent }
  | { type: 'callback'; record: CallbackRecord }
  | { type: 'request'; entry: LoggedRequest }
  | { type: StateType }
  | Gap;

/** What is told with all that it is. */
export type ResourceType = 'app' | 'webhook' | 'contact' | 'conversation' | 'key';

/** What there is one of: of two changes that are told together, the last one says it all. */
export type StateType = 'fault' | 'answers' | 'clock' | 'plan';

/** Somebody starts or stops typing. */
export interface TypingChange {
  type: 'typing';
  channel: string;
  identity: string;
  appId: string;
  from: 'contact' | 'app';
  isTyping: boolean;
}
