import type { WebhookEvent } from '@convapi/core';
import type { InboxCallback } from '../index.ts';

/** Writes the story of the demo to the terminal: one line a step, columns aligned. */
export interface Printer {
  /** A chapter. */
  heading(text: string): void;
  /** A step: what happens, and what came of it. */
  step(what: string, outcome: string): void;
  /** A callback that arrived at the inbox. */
  callback(callback: InboxCallback): void;
  /** Text as it is. */
  text(line: string): void;
}

const WHAT_WIDTH = 24;
const TRIGGER_WIDTH = 20;

/** A printer for people: colours where the terminal has them. */
export function createPrinter(write: (line: string) => void, colours: boolean): Printer {
  const paint = (code: number) => (text: string) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);
  const [bold, dim, green, red] = [paint(1), paint(2), paint(32), paint(31)];
  return {
    heading: (text) => write(`\n${bold(text)}`),
    step: (what, outcome) => write(`  ${what.padEnd(WHAT_WIDTH)}  ${outcome}`),
    text: write,
    callback(callback) {
      if (callback.outcome === 'refused') {
        write(`    ${red('✗ refused ')}  ${callback.reason.padEnd(TRIGGER_WIDTH)}  ${dim(callback.message)}`);
        return;
      }
      const { event } = callback;
      write(`    ${green('✓ verified')}  ${event.trigger.padEnd(TRIGGER_WIDTH)}  ${describeEvent(event)}`);
    },
  };
}

/** The gist of a callback in a few words. */
function describeEvent(event: WebhookEvent): string {
  switch (event.trigger) {
    case 'MESSAGE_DELIVERY': {
      const { status, channel_identity: to, reason } = event.message_delivery_report;
      return `${to?.channel} ${to?.identity}  ${status}${reason?.code ? ` (${reason.code})` : ''}`;
    }
    case 'MESSAGE_SUBMIT': {
      const { channel_identity: to } = event.message_submit_notification;
      return `${to?.channel} ${to?.identity}`;
    }
    case 'MESSAGE_INBOUND': {
      const { channel_identity: from, contact_message: message } = event.message;
      const tapped = message?.choice_response_message?.postback_data;
      const said = tapped === undefined ? `writes "${message?.text_message?.text ?? ''}"` : `taps a choice (${tapped})`;
      return `${from?.channel} ${from?.identity}  ${said}`;
    }
    case 'CONTACT_CREATE':
      return `contact ${event.contact_create_notification.contact?.id}`;
    case 'CONVERSATION_START':
      return `conversation ${event.conversation_start_notification.conversation?.id}`;
    default:
      return '';
  }
}
