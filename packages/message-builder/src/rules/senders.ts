import { asList, asText, fieldOf } from '../internal/read.ts';
import type { Properties } from './sending-window.ts';

/** Does a message on MMS lack a sender? It has one by its property, or by the credentials of the app. */
export function lacksMmsSender(channel: string, properties: Properties, credentials: unknown): boolean {
  if (channel !== 'MMS' || asText(properties.MMS_SENDER)) return false;
  const own = asList(credentials).find((one) => fieldOf(one, 'channel') === 'MMS');
  return !asText(fieldOf(fieldOf(own, 'mms_credentials'), 'default_sender'));
}
