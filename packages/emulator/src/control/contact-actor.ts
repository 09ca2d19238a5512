import type { AppMessage, ConsentsListType, ConversationChannel, OmniMessageOverride } from '@convapi/core';
import { EmulatorError } from '../emulator-error.ts';
import { type HandsetEntry, identityKey } from '../resources/channels/index.ts';
import { checkIdentity } from '../resources/contacts/index.ts';
import { type Inbound, OPT_OUT_CHANNELS, receiveEvent, receiveMessage, receiveOptOut } from '../resources/inbound/index.ts';
import { markRead } from '../resources/messages/index.ts';
import { choicesOf, type ShownChoice } from './choices.ts';
import { type ContactDeeds, type ContactMessageSent, createContactDeeds } from './contact-deeds.ts';
import type { ControlWorld } from './control-world.ts';
import { findApp } from './find-app.ts';

/** Which choice is tapped: its text or title, or its postback; and of which message, where several have it. */
export type ChoiceSelector = string | { postback: string; message_id?: string } | { text: string; message_id?: string };

/** A place to share. */
export interface SharedLocation {
  latitude: number;
  longitude: number;
  title?: string;
  label?: string;
}

/** Plays the contact behind an address on a channel. */
export interface ContactActor extends ContactDeeds {
  /** Writes a text. On SMS, MMS and Viber a text that equals a choice of the last message answers that choice. */
  writes(text: string): ContactMessageSent;
  /** Taps a choice of the newest message that has it, or of the one with this id. @throws {@link EmulatorError} when no message has it */
  taps(choice: ChoiceSelector): ContactMessageSent;
  /** Shares a place. */
  sharesLocation(location: SharedLocation): ContactMessageSent;
  /** Sends a file by URL; with a caption it arrives as `media_card_message`. */
  sendsMedia(url: string, caption?: string): ContactMessageSent;
  /**
   * Reads a message, by default the newest unread one.
   *
   * @returns its id, and whether the channel reports it: SMS, for one, does not
   */
  reads(messageId?: string): ContactMessageSent & { reported: boolean };
  /** Starts or stops typing. @returns the id of the event */
  types(typing?: boolean): { event_id: string };
  /**
   * Stops the channel, by default for every message: OPT_OUT, and the identity goes on an opt-out list of the app.
   *
   * @throws {@link EmulatorError} on channels other than VIBERBM and TELEGRAM, where a STOP is an ordinary message
   */
  optsOut(list?: ConsentsListType): { request_id: string };
  /** Starts the channel again: OPT_IN, and the identity comes off the list. @throws as `optsOut` */
  optsIn(list?: ConsentsListType): { request_id: string };
  /** Sets the name that the contact has on the channel, for `contacts:getChannelProfile`. */
  isCalled(name: string): void;
}

/** Channels on which choices are sent as text and answered by typing. */
const TYPED_CHANNELS: ReadonlySet<string> = new Set(['SMS', 'MMS', 'VIBERBM']);

export function createContactActor(world: ControlWorld, identity: string, channel: string, appId?: string): ContactActor {
  function inbound(): Inbound {
    const [wrong] = checkIdentity({ channel: channel as ConversationChannel, identity }, 'identity');
    if (wrong) throw new EmulatorError(`The identity "${identity}" ${wrong.description}. Nobody can be there.`);
    return { app: findApp(world, channel, identity, appId), channel, identity };
  }

  const entries = () => shownOn(world, channel, identity).filter(({ shown }) => appId === undefined || shown.app_id === appId);
  const deeds = createContactDeeds(world, inbound, () => fromApp(entries()));
  const { sends } = deeds;

  function answer(entry: HandsetEntry, choice: ShownChoice): ContactMessageSent {
    const { message_id, metadata, app_id } = entry.shown;
    if (choice.postback === undefined) {
      throw new EmulatorError(
        `A tap on "${choice.text}" sends nothing to the app: it opens a link, a call, a map or a calendar. Tap a text choice.`,
      );
    }
    const message = { choice_response_message: { message_id, postback_data: choice.postback } };
    const target = { app: findApp(world, channel, identity, app_id), channel, identity };
    return { message_id: receiveMessage(world, target, message, { metadata }) };
  }

  function opts(isOut: boolean, list: ConsentsListType | undefined): { request_id: string } {
    if (!OPT_OUT_CHANNELS.includes(channel)) {
      throw new EmulatorError(`${channel} tells of no opt-outs; ${OPT_OUT_CHANNELS.join(' and ')} do. Let the contact write STOP instead.`);
    }
    return { request_id: receiveOptOut(world, inbound(), isOut, list) };
  }

  return {
    ...deeds,
    writes(text) {
      const last = TYPED_CHANNELS.has(channel) ? fromApp(entries()).at(-1) : undefined;
      const choice = last && shownChoices(last).find((one) => one.postback !== undefined && isSameText(one.text, text));
      return last && choice ? answer(last, choice) : sends({ text_message: { text } });
    },
    taps(selector) {
      const messageId = typeof selector === 'string' ? undefined : selector.message_id;
      const offered = fromApp(entries())
        .filter(({ shown }) => messageId === undefined || shown.message_id === messageId)
        .reverse()
        .flatMap((entry) => shownChoices(entry).map((choice) => ({ entry, choice })));
      const found = offered.find(({ choice }) => isSelected(choice, selector));
      if (!found)
        throw noSuchChoice(
          selector,
          channel,
          identity,
          offered.map(({ choice }) => choice),
        );
      return answer(found.entry, found.choice);
    },
    sharesLocation: ({ latitude, longitude, title = '', label = '' }) =>
      sends({ location_message: { coordinates: { latitude, longitude }, title, label } }),
    sendsMedia: (url, caption) => sends(caption === undefined ? { media_message: { url } } : { media_card_message: { url, caption } }),
    reads(messageId) {
      const { shown, delivery } = findUnread(entries(), messageId, channel, identity);
      const address = {
        channel: shown.channel as ConversationChannel,
        identity: shown.identity,
        app_id: delivery?.addresses[0]?.app_id ?? '',
      };
      return { message_id: shown.message_id, reported: delivery ? markRead(world, delivery, address, shown) : false };
    },
    types(typing = true) {
      const event = typing ? { composing_event: {} } : { composing_end_event: {} };
      return { event_id: receiveEvent(world, inbound(), { contact_event: event }) };
    },
    optsOut: (list) => opts(true, list),
    optsIn: (list) => opts(false, list),
    isCalled: (name) => void world.store.profiles.set(identityKey(channel, identity), name),
  };
}

/** What the contact can see; what failed is noted, and nowhere shown. */
function shownOn({ store }: ControlWorld, channel: string, identity: string): HandsetEntry[] {
  return store.handsets.of(channel, identity).filter(({ shown }) => shown.status !== 'FAILED');
}

function fromApp(entries: HandsetEntry[]): HandsetEntry[] {
  return entries.filter(({ shown }) => shown.direction === 'TO_CONTACT');
}

function shownChoices({ shown, delivery }: HandsetEntry): ShownChoice[] {
  return delivery ? choicesOf(shown.message_id, shown.message as AppMessage | OmniMessageOverride) : [];
}

function isSelected(choice: ShownChoice, selector: ChoiceSelector): boolean {
  if (typeof selector === 'string') return isSameText(choice.text, selector);
  return 'postback' in selector ? choice.postback === selector.postback : isSameText(choice.text, selector.text);
}

function isSameText(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

function noSuchChoice(selector: ChoiceSelector, channel: string, identity: string, offered: ShownChoice[]): EmulatorError {
  const wanted = describeSelector(selector);
  const names = offered.map(({ text, postback }) => (postback === undefined ? `"${text}"` : `"${text}" (postback "${postback}")`));
  const known =
    names.length > 0 ? `It shows: ${names.join(', ')}.` : 'It shows no choices: has the message arrived? Await control.idle() first.';
  const message = typeof selector === 'string' || selector.message_id === undefined ? 'No message' : `No message ${selector.message_id}`;
  return new EmulatorError(`${message} to ${identity} on ${channel} has a choice ${wanted}. ${known}`);
}

function describeSelector(selector: ChoiceSelector): string {
  if (typeof selector === 'string') return `"${selector}"`;
  return 'postback' in selector ? `with postback "${selector.postback}"` : `"${selector.text}"`;
}

function findUnread(entries: HandsetEntry[], messageId: string | undefined, channel: string, identity: string): HandsetEntry {
  const sent = fromApp(entries).reverse();
  const found = sent.find(({ shown }) => (messageId === undefined ? shown.status !== 'READ' : shown.message_id === messageId));
  if (found) return found;
  const what = messageId === undefined ? 'no unread message' : `no message ${messageId}`;
  throw new EmulatorError(`The handset ${identity} has ${what} on ${channel}. Await control.idle() after sending, then try again.`);
}
