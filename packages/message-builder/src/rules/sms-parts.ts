import type { Properties } from './sending-window.ts';

/** The property that limits the parts of a text, as in the table of limits. */
export const SMS_PARTS_PROPERTY = 'SMS_MAX_NUMBER_OF_MESSAGE_PARTS';

/** How many parts an SMS may have by its request; undefined where that is not limited, and NaN where the setting is no number. */
export function mostSmsParts(properties: Properties): number | undefined {
  const given = properties[SMS_PARTS_PROPERTY];
  if (typeof given !== 'string') return undefined;
  return /^\d+$/.test(given) ? Number(given) : Number.NaN;
}
