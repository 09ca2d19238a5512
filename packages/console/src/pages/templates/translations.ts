import type { V2TemplateResponse, V2TemplateTranslation } from '@convapi/core';

/** Each translation once: the API shows it a second time as the version `latest`. */
export function ownTranslations({ translations = [] }: V2TemplateResponse): V2TemplateTranslation[] {
  return translations.filter(({ version }) => version !== 'latest');
}

export function languagesOf(template: V2TemplateResponse): string[] {
  return [...new Set(ownTranslations(template).map(({ language_code: language }) => String(language)))];
}

/** A template to begin with. */
export const FIRST_TEMPLATE = {
  description: 'Order is on its way',
  default_translation: 'en-US',
  translations: [
    {
      language_code: 'en-US',
      version: '1',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a place for a value, as templates write it
      text_message: { text: 'Hello ${name}, your order is on its way.' },
      variables: [{ key: 'name', preview_value: 'Anna' }],
    },
  ],
};
