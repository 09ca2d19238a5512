import type { Choice, ChoiceMessage } from '@convapi/core';
import type { Maybe } from '../internal/maybe.ts';
import { need } from '../internal/need.ts';
import { toChoices } from '../internal/to-choices.ts';
import { type Fields, toWire } from '../internal/to-wire.ts';

/** What a choice message may have beside its text and its choices. */
export interface ChoiceOptions {
  /** Small text under a WhatsApp message with buttons. Ignored on other channels. */
  whatsappFooter?: string | undefined;
}

const FIELDS: Fields<ChoiceOptions, ChoiceMessage> = {
  whatsappFooter(choice, footer, path) {
    choice.message_properties = { whatsapp_footer: need(path, footer) };
  },
};

/**
 * A message of a text and the choices under it.
 *
 * @param choices Made with `reply`, `link`, `call`, `pin`, `calendar` and `askLocation`; the list is copied.
 *
 * @throws {@link MessageError} when it is given what its types forbid.
 *
 * @example
 * ```ts
 * import { choice, link, reply } from '@convapi/message-builder';
 *
 * const message = choice('When shall we come?', [reply('Morning', 'am'), reply('Evening', 'pm'), link('Other', 'https://example.com/when')]);
 * ```
 */
export function choice(text: string, choices: readonly Maybe<Choice>[], options: ChoiceOptions = {}): { choice_message: ChoiceMessage } {
  const message = { text_message: { text: need('choice.text', text) }, choices: toChoices('choice.choices', choices) };
  return { choice_message: toWire('choice', options, FIELDS, message) };
}
