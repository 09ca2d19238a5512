import { isRecord, type Json, listOf, recordOf, textOf } from '../render/read.ts';
import type { OrderRule } from './explanation.ts';

/** An address to try, or a channel whose address is not known. */
export interface Address {
  channel: string;
  identity?: string;
}

/** The addresses in the order in which they are tried, by which rule. */
export interface ChannelPlan {
  rule: OrderRule;
  why: string;
  addresses: Address[];
  /** Every channel that the request names. */
  named: string[];
}

/** What a plan is made from. */
export interface Plannable {
  request: Json;
  /** The channels of the app in its own order. */
  configured: readonly string[];
  /** The contact, where it is known. */
  contact: Json | undefined;
  activeChannel: string | undefined;
  /** Empty where it is not known. */
  appId: string;
}

/** In which order the service tries the channels of a request. */
export function planChannels(plannable: Plannable): ChannelPlan {
  const { request } = plannable;
  const order = listOf(request.channel_priority_order).map(textOf);
  const { identified_by: identified } = recordOf(request.recipient);
  const given = addressesOf(recordOf(identified).channel_identities);
  const named = [...order, ...given.map(({ channel }) => channel)];
  if (order.length > 0) {
    const addresses = given.length > 0 ? byChannel(given, order) : onContact(plannable, order);
    return { rule: 'priority_order', why: 'The request has a channel_priority_order.', addresses, named };
  }
  if (isRecord(identified)) return { rule: 'identities', why: "The order of the recipient's identities.", addresses: given, named };
  return planContact(plannable, named);
}

/** The addresses of a recipient or a contact that have both a channel and an identity. */
function addressesOf(list: unknown): Address[] {
  return listOf(list)
    .map((entry) => ({ channel: textOf(recordOf(entry).channel), identity: textOf(recordOf(entry).identity) }))
    .filter(({ channel }) => channel !== '');
}

function planContact(plannable: Plannable, named: string[]): ChannelPlan {
  const { configured, contact, activeChannel } = plannable;
  const active = activeChannel === undefined ? [] : [activeChannel];
  const channels = [...active, ...listOf(contact?.channel_priority).map(textOf), ...configured];
  const own = [...new Set(channels)].filter((channel) => configured.includes(channel));
  const why = "The channel of the active conversation, then the contact's channel_priority, then the order of the app's credentials.";
  return { rule: 'contact', why, addresses: onContact(plannable, own), named };
}

/** One address a channel: the first that is for this app. */
function onContact({ contact, appId }: Plannable, channels: readonly string[]): Address[] {
  const order = [...new Set(channels)];
  if (contact === undefined) return order.map((channel) => ({ channel }));
  const own = listOf(contact.channel_identities).filter((one) => isFor(appId, textOf(recordOf(one).app_id)));
  return order.flatMap((channel) =>
    addressesOf(own)
      .filter((address) => address.channel === channel)
      .slice(0, 1),
  );
}

/** On some channels an identity means something to one app only. */
function isFor(appId: string, scope: string): boolean {
  return scope === '' || appId === '' || scope === appId;
}

function byChannel(addresses: readonly Address[], order: readonly string[]): Address[] {
  return order.flatMap((channel) => addresses.filter((address) => address.channel === channel));
}
