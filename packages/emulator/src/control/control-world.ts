import type { InboundWorld } from '../resources/inbound/index.ts';
import type { HandsetWorld } from '../resources/messages/index.ts';

/** What contacts are played with: what takes in what they do, and the handsets that they hold. */
export type ControlWorld = InboundWorld & HandsetWorld & { store: { profiles: Map<string, string> } };
