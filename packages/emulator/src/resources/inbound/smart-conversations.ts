import type { AnalysisResult, ContactMessage } from '@convapi/core';
import type { Publish } from '../../news/index.ts';
import { laneOf } from '../contacts/index.ts';
import type { Arrival } from './arrive.ts';

interface Written {
  id: string;
  contact_message: ContactMessage;
}

interface Beside {
  /** What is found, in place of what the emulator makes up. */
  analysis?: AnalysisResult | undefined;
  messageMetadata: string;
  correlationId: string;
}

/**
 * Tells an app with smart conversations what a message was found to say, and the message once more without personal data.
 *
 * There is no model here: the mood is neutral, nothing is offensive, and what looks like an address or a number is personal.
 */
export function tellAnalysis(world: { publish: Publish }, arrival: Arrival, message: Written, { analysis, ...carried }: Beside): void {
  const { app, acceptedMs, address, party } = arrival;
  const text = textOf(message.contact_message);
  if (app.smart_conversation?.enabled !== true || text === undefined) return;
  const about = { appId: app.id, lane: laneOf(party, address), acceptedMs, ...carried };
  const masked = mask(text);
  world.publish({
    ...about,
    trigger: 'SMART_CONVERSATION',
    payload: {
      contact_id: party.contact?.id ?? '',
      channel_identity: address.identity,
      channel: address.channel,
      message_id: message.id,
      conversation_id: party.conversation?.id ?? '',
      analysis_results: analysis ?? madeUp(text, masked),
    },
  });
  const payload = { ...message, contact_message: withText(message.contact_message, masked) };
  world.publish({ ...about, trigger: 'MESSAGE_INBOUND_SMART_CONVERSATION_REDACTION', payload });
}

function textOf({ text_message: text, media_card_message: card }: ContactMessage): string | undefined {
  return text?.text ?? card?.caption;
}

function withText(message: ContactMessage, text: string): ContactMessage {
  if (message.media_card_message) return { ...message, media_card_message: { ...message.media_card_message, caption: text } };
  return { ...message, text_message: { text } } as ContactMessage;
}

/** `MISC` is the mask that the vendor names. */
function mask(text: string): string {
  return text.replaceAll(/[\w.+-]{1,64}@[\w.-]{1,255}/g, 'MISC').replaceAll(/\+?\d[\d -]{5,30}\d/g, 'MISC');
}

function madeUp(text: string, masked: string): AnalysisResult {
  const neutral = { sentiment: 'neutral', score: 1 } as const;
  return {
    ml_sentiment_result: [{ message: text, results: [neutral], ...neutral }],
    ml_pii_result: [{ message: text, masked }],
    ml_offensive_analysis_result: [{ message: text, evaluation: 'SAFE', score: 1 }],
  };
}
