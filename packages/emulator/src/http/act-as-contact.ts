import { CONSENTS_LIST_TYPES, type ConsentsListType, type ContactEvent, type ContactMessage } from '@convapi/core';
import type { ChoiceSelector, ContactActor, EmulatorControl } from '../control/index.ts';
import { EmulatorError } from '../emulator-error.ts';
import { type Fields, optional, toChannel, toNumber, toObject, toText } from './control-fields.ts';

/** `POST /_emulator/inbound`: does the one thing that the body says. */
export function actAsContact(control: EmulatorControl, body: Fields): object {
  const identity = toText('identity', body.identity);
  const actor = control.contact(identity, toChannel(toText('channel', body.channel)), optional('app_id', body.app_id));
  const wanted = Object.keys(ACTIONS).filter((name) => body[name] !== undefined);
  const [name] = wanted;
  const action = name === undefined ? undefined : ACTIONS[name];
  if (!action || wanted.length !== 1) throw new EmulatorError(`The body needs exactly one of ${Object.keys(ACTIONS).join(', ')}.`);
  return action(actor, body[name ?? ''], body);
}

const ACTIONS: Readonly<Record<string, (actor: ContactActor, value: unknown, body: Fields) => object>> = {
  text: (actor, value) => actor.writes(toText('text', value)),
  tap: (actor, value) => actor.taps(typeof value === 'string' ? value : toSelector(toObject('tap', value))),
  location: (actor, value) => {
    const { latitude, longitude, title, label } = toObject('location', value);
    return actor.sharesLocation({
      latitude: toNumber('location.latitude', latitude),
      longitude: toNumber('location.longitude', longitude),
      ...optional('title', title),
      ...optional('label', label),
    });
  },
  media: (actor, value) => {
    const { url, caption } = toObject('media', value);
    return actor.sendsMedia(toText('media.url', url), caption === undefined ? undefined : toText('media.caption', caption));
  },
  reply: (actor, value) => {
    const { text, message_id: to } = toObject('reply', value);
    return actor.replies(toText('reply.text', text), optional('to', to));
  },
  reaction: (actor, value) => {
    const { emoji, message_id: to, withdrawn } = toObject('reaction', value);
    return actor.reacts(toText('reaction.emoji', emoji), { ...optional('to', to), withdrawn: withdrawn === true });
  },
  order: (actor, value) => {
    const { products, text, catalog_id: catalog } = toObject('order', value);
    if (!Array.isArray(products)) throw new EmulatorError('order.products must be a list.');
    return actor.orders({ products, ...optional('text', text), ...optional('catalog_id', catalog) });
  },
  message: (actor, value, { analysis }) =>
    actor.sends(
      toObject('message', value) as unknown as ContactMessage,
      analysis === undefined ? {} : { analysis: toObject('analysis', analysis) },
    ),
  event: (actor, value) => actor.acts(toObject('event', value) as unknown as ContactEvent),
  marketing: (actor, value) => {
    if (value !== 'stop' && value !== 'resume') throw new EmulatorError('marketing must be stop or resume.');
    return actor.prefersMarketing(value);
  },
  unsupported: (actor, value) => actor.sendsUnsupported(typeof value === 'string' ? value : toObject('unsupported', value)),
  read: (actor, value) => actor.reads(value === true ? undefined : toText('read', value)),
  typing: (actor, value) => actor.types(value !== false),
  opt_out: (actor, value) => actor.optsOut(toList('opt_out', value)),
  opt_in: (actor, value) => actor.optsIn(toList('opt_in', value)),
  name: (actor, value) => {
    actor.isCalled(toText('name', value));
    return {};
  },
};

/** `title` and `text` are the same: what is written on the choice. */
function toSelector({ postback, title, text = title, message_id: id }: Fields): ChoiceSelector {
  const message = optional('message_id', id);
  if (postback !== undefined && text !== undefined) throw new EmulatorError('tap takes a postback or a title, not both.');
  return text === undefined ? { postback: toText('tap.postback', postback), ...message } : { text: toText('tap.title', text), ...message };
}

function toList(name: string, value: unknown): ConsentsListType | undefined {
  if (value === true) return undefined;
  const list = CONSENTS_LIST_TYPES.find((known) => known === value);
  if (!list) throw new EmulatorError(`${name} must be true or one of ${CONSENTS_LIST_TYPES.join(', ')}.`);
  return list;
}
