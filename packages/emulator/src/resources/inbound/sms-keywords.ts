import type { ContactMessage } from '@convapi/core';
import { addConsent, removeConsent } from '../consents/index.ts';
import type { Arrival } from './arrive.ts';
import type { InboundWorld } from './inbound-world.ts';

/** Words that end and take up messages again. The lists of the vendor are not published; these are the usual ones. */
const STOPS: ReadonlySet<string> = new Set(['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT']);
const STARTS: ReadonlySet<string> = new Set(['START', 'UNSTOP']);

/**
 * A text of one such word, on SMS, puts the number on the opt-out list of the app or takes it off. The app hears of it as of any message:
 * MESSAGE_INBOUND, no OPT_OUT.
 */
export function heedKeyword(world: InboundWorld, { app, address }: Arrival, message: ContactMessage): void {
  if (address.channel !== 'SMS' || !world.store.consents.isOn(app.id)) return;
  const word = message.text_message?.text.trim().toUpperCase() ?? '';
  if (STOPS.has(word)) addConsent(world, app.id, 'OPT_OUT_ALL', address.identity, 'ORIGIN_MO');
  else if (STARTS.has(word)) removeConsent(world, app.id, 'OPT_OUT_ALL', address.identity, 'ORIGIN_MO');
}
