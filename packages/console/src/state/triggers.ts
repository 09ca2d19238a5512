import { TRIGGERS } from 'virtual:spec';

export interface TriggerGroup {
  name: string;
  triggers: readonly string[];
}

const GROUPS: readonly [name: string, fits: RegExp][] = [
  ['Messages', /^(MESSAGE_|UNSUPPORTED)/],
  ['Events', /^(EVENT_|CHANNEL_EVENT)/],
  ['Contacts', /^CONTACT_|^CAPABILITY/],
  ['Conversations', /^CONVERSATION_/],
  ['Consents', /^OPT_/],
];

const OTHERS = 'Others';

/** All triggers of the spec in groups; what fits no group stands under Others, so that none can be lost. */
export function groupTriggers(): TriggerGroup[] {
  const names = [...GROUPS.map(([name]) => name), OTHERS];
  const groupOf = (trigger: string): string => GROUPS.find(([, fits]) => fits.test(trigger))?.[0] ?? OTHERS;
  return names
    .map((name) => ({ name, triggers: TRIGGERS.filter((trigger) => groupOf(trigger) === name) }))
    .filter(({ triggers }) => triggers.length > 0);
}
