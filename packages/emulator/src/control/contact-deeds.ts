import type { AnalysisResult, ContactEvent, ContactMessage, ContactMessageEvent, ProductItem } from '@convapi/core';
import { EmulatorError } from '../emulator-error.ts';
import type { HandsetEntry } from '../resources/channels/index.ts';
import { type Inbound, receiveEvent, receiveMessage, receiveUnsupported } from '../resources/inbound/index.ts';
import type { ControlWorld } from './control-world.ts';

/** What the contact did: the id under which the app hears of it. */
export interface ContactMessageSent {
  message_id: string;
}

/** An order from a catalogue. */
export interface Order {
  products: readonly ProductItem[];
  text?: string;
  catalog_id?: string;
}

/** What contacts do less often than write and tap. */
export interface ContactDeeds {
  /** Answers a message, by default the newest one: the text comes with `reply_to`. @throws {@link EmulatorError} when there is none */
  replies(text: string, options?: { to?: string }): ContactMessageSent;
  /**
   * Puts an emoji on a message of the app, by default the newest one, or takes it off again.
   *
   * @returns the id of the event
   * @throws {@link EmulatorError} when there is no such message
   */
  reacts(emoji: string, options?: { to?: string; withdrawn?: boolean }): { event_id: string };
  /** Orders products from a catalogue. */
  orders(order: Order): ContactMessageSent;
  /** Does something else that the API has an event for, such as a comment or a payment. @returns the id of the event */
  acts(event: ContactEvent | ContactMessageEvent): { event_id: string };
  /**
   * Stops marketing messages in WhatsApp's own settings, or takes them up again: an event that only WhatsApp has. It is neither an opt-out nor
   * a consent list, and keeps nothing from being sent.
   *
   * @returns the id of the event
   * @throws {@link EmulatorError} on other channels
   */
  prefersMarketing(preference: 'stop' | 'resume'): { event_id: string };
  /** Does something that the API has no form for: the app gets UNSUPPORTED. @param payload what the channel says; JSON as a text is handed on as it is */
  sendsUnsupported(payload: object | string): { id: string };
  /** Sends any other message, in the form of the API. @param options `analysis`: what an app with smart conversations is told of it */
  sends(message: ContactMessage, options?: { analysis?: AnalysisResult }): ContactMessageSent;
}

const MESSAGE_EVENTS: readonly string[] = ['payment_status_update_event', 'shortlink_activated_event', 'reaction_event'];

/** @param fromApp messages that the app sent to the handset, oldest first */
export function createContactDeeds(world: ControlWorld, inbound: () => Inbound, fromApp: () => HandsetEntry[]): ContactDeeds {
  function target(messageId: string | undefined): string {
    const found = fromApp()
      .reverse()
      .find(({ shown }) => messageId === undefined || shown.message_id === messageId);
    if (found) return found.shown.message_id;
    throw new EmulatorError(
      `The handset has ${messageId === undefined ? 'no message' : `no message ${messageId}`} to answer. Await control.idle() after sending.`,
    );
  }

  function acts(event: ContactEvent | ContactMessageEvent): { event_id: string } {
    const isAboutMessage = Object.keys(event).some((key) => MESSAGE_EVENTS.includes(key));
    const content = isAboutMessage ? { contact_message_event: event as ContactMessageEvent } : { contact_event: event as ContactEvent };
    return { event_id: receiveEvent(world, inbound(), content) };
  }

  const sends: ContactDeeds['sends'] = (message, options = {}) => ({ message_id: receiveMessage(world, inbound(), message, options) });

  return {
    sends,
    acts,
    replies: (text, { to } = {}) => sends({ text_message: { text }, reply_to: { message_id: target(to) } }),
    reacts(emoji, { to, withdrawn = false } = {}) {
      const action = withdrawn ? 'REACTION_ACTION_UNREACT' : 'REACTION_ACTION_REACT';
      return acts({ reaction_event: { emoji, action, message_id: target(to) } });
    },
    orders: ({ products, ...rest }) => sends({ product_response_message: { products: [...products], ...rest } }),
    prefersMarketing(preference) {
      const target = inbound();
      if (target.channel !== 'WHATSAPP') throw new EmulatorError(`${target.channel} has no such setting, only WHATSAPP has.`);
      return acts({ channel_specific_event: { whatsapp_user_preferences_event: { preference } } });
    },
    sendsUnsupported: (payload) => ({
      id: receiveUnsupported(world, inbound(), typeof payload === 'string' ? payload : JSON.stringify(payload)),
    }),
  };
}
