import type { Choice, ChoiceMessage } from '@convapi/core';

/** What a choice message may have beside its text and its choices. */
export interface ChoiceOptions {
  /** Small text under a WhatsApp message with buttons. Ignored on other channels. */
  whatsappFooter?: string | undefined;
}

/**
 * A message of a text and the choices under it.
 *
 * @param choices Made with `reply`, `link`, `call`, `pin`, `calendar` and `askLocation`; the list is copied.
 *
 * @example
 * ```ts
 * import { choice, link, reply } from '@convapi/message-builder';
 *
 * const message = choice('When shall we come?', [reply('Morning', 'am'), reply('Evening', 'pm'), link('Other', 'https://example.com/when')]);
 * ```
 */
export function choice(text: string, choices: readonly Choice[], options?: ChoiceOptions): { choice_message: ChoiceMessage } {
  const message: ChoiceMessage = { text_message: { text }, choices: choices.slice() };
  if (options?.whatsappFooter !== undefined) message.message_properties = { whatsapp_footer: options.whatsappFooter };
  return { choice_message: message };
}
