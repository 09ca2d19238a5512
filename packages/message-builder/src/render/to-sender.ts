import type { Draft } from './draft.ts';
import { isRecord, type Json, recordOf, textOf } from './read.ts';
import type { RenderedSender } from './rendered-message.ts';

/** The properties of a send that name who writes, by channel. */
const NAMES: Readonly<Record<string, string>> = { SMS: 'SMS_SENDER', MMS: 'MMS_SENDER', VIBER: 'VIBER_SENDER_NAME' };

/** Who writes, as far as it is told. */
export function toSender({ channel, direction, options, properties }: Draft, agent: unknown): RenderedSender | undefined {
  const given = recordOf(options.sender);
  const own = direction === 'TO_CONTACT';
  const property = own && Object.hasOwn(NAMES, channel) ? textOf(properties[NAMES[channel] ?? '']) : '';
  const name = property === '' ? textOf(given.name) : property;
  const avatar = own && channel === 'VIBER' ? textOf(properties.VIBER_SENDER_AVATAR) : '';
  const pictureUrl = avatar === '' ? textOf(given.pictureUrl) : avatar;
  const sender: RenderedSender = {};
  if (name !== '') sender.name = name;
  if (pictureUrl !== '') sender.pictureUrl = pictureUrl;
  if (typeof given.verified === 'boolean') sender.verified = given.verified;
  if (isRecord(agent)) sender.agent = toAgent(agent);
  return Object.keys(sender).length === 0 ? undefined : sender;
}

function toAgent({ display_name: name, picture_url: pictureUrl, type }: Json): NonNullable<RenderedSender['agent']> {
  const agent: NonNullable<RenderedSender['agent']> = { type: type === 'HUMAN' || type === 'BOT' ? type : 'UNKNOWN' };
  if (textOf(name) !== '') agent.name = textOf(name);
  if (textOf(pictureUrl) !== '') agent.pictureUrl = textOf(pictureUrl);
  return agent;
}
