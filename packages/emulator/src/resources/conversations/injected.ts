import { invalidField } from '../../operations/index.ts';
import type { Clock } from '../../time/index.ts';

/** How old what is put into a conversation may be. */
const OLDEST_MS = 30 * 24 * 60 * 60 * 1000;

/** The time of something that was exchanged elsewhere, in milliseconds since 1970. @throws {@link Refusal} 400 for one that cannot be */
export function toPastTime({ clock }: { clock: Clock }, time: string): number {
  const ms = Date.parse(time);
  const now = clock.now();
  if (ms > now) throw invalidField('accept_time', 'lies in the future');
  if (now - ms > OLDEST_MS) throw invalidField('accept_time', 'is more than 30 days ago');
  return ms;
}

/** @throws {@link Refusal} 400 when it is another contact than that of the conversation */
export function checkContact(given: string, actual: string): void {
  if (given !== actual) throw invalidField('contact_id', 'is not the contact of this conversation');
}
