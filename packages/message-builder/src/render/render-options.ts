import type { V1TemplateTranslation, V2TemplateTranslation } from '@convapi/core';

/** What {@link render} can know beside the message. */
export interface RenderOptions {
  /** The stored translation that the omni template of the message refers to: its placeholders are filled with the message's parameters. */
  translation?: V2TemplateTranslation | V1TemplateTranslation | undefined;
}
