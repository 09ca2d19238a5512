/** What contacts write and do. */
export type { Inbound } from './arrive.ts';
export { receiveEvent, receiveMessage, receiveUnsupported } from './inbound.ts';
export type { InboundWorld } from './inbound-world.ts';
export { OPT_OUT_CHANNELS, receiveOptOut } from './opt-outs.ts';
