/** Events of the app and of contacts. */
export type { EventRecord } from './event-record.ts';
export { deleteEvent, type EventsWorld, getEvent, listEvents, sendEvent } from './events.ts';
export { injectEvent } from './inject-event.ts';
export { type EventKeeper, keepEvent } from './kept-events.ts';
export { subscribeEvents } from './subscribe-events.ts';
