/** Plays contacts, channels and time, and waits for what happens. */
export type { ChoiceSelector, ContactActor, SharedLocation } from './contact-actor.ts';
export type { ContactDeeds, ContactMessageSent, Order } from './contact-deeds.ts';
export { type ChannelControl, createControl, type EmulatorControl, type MessageFilter } from './control.ts';
export type { AddedFault, FaultControl } from './fault-control.ts';
export { guardControl } from './guard-control.ts';
export type { PlayControl } from './play-control.ts';
export type { StreamOptions } from './stream.ts';
export type { EventFilter, EventOf, EventPredicate, WaitOptions } from './wait-for.ts';
export type { WatchControl } from './watch-control.ts';
