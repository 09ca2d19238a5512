import type { V2TemplateResponse, V2TemplateTranslation, V2TemplateUpdate } from '@convapi/core';

/** Version under which each translation is in an answer once more. */
const LATEST = 'latest';

/**
 * The body that puts a template back as it was read: with its id and version, and without the copies of its translations that are called
 * `latest`, which are in answers only. Change it, then pass it to `templates.update`.
 *
 * @param template The template, as it was read.
 *
 * @example
 * ```ts
 * import { type ConversationClient, toTemplate } from '@convapi/client';
 *
 * async function describe(conversation: ConversationClient, id: string, description: string) {
 *   const template = toTemplate(await conversation.templates.get(id));
 *   await conversation.templates.update(id, { ...template, description });
 * }
 * ```
 */
export function toTemplate(template: V2TemplateResponse): V2TemplateUpdate {
  const { create_time: _, update_time: __, translations = [], ...kept } = template;
  return { ...kept, translations: translations.filter(({ version }) => version !== LATEST).map(toSent) };
}

function toSent(translation: V2TemplateTranslation): V2TemplateTranslation {
  const { create_time: _, update_time: __, ...kept } = translation;
  return kept as V2TemplateTranslation;
}
