import { SinchClient } from '@sinch/sdk-core';

const sinch = new SinchClient({ projectId: 'p', keyId: 'k', keySecret: 's', conversationRegion: 'eu' });

export async function main() {
  const { templatesV1, templatesV2 } = sinch.conversation;
  const old = await templatesV1.create({
    createTemplateRequestBody: {
      channel: 'UNSPECIFIED',
      default_translation: 'en-US',
      translations: [{ language_code: 'en-US', version: '1', content: 'Hello' }],
    },
  });
  await templatesV1.get({ template_id: old.id ?? '' });
  await templatesV1.list({});
  await templatesV1.update({ template_id: '01T', updateTemplateRequestBody: old, update_mask: ['description'] });
  await templatesV1.delete({ template_id: '01T' });
  const made = await templatesV2.create({
    createTemplateRequestBody: {
      default_translation: 'en-US',
      translations: [{ language_code: 'en-US', version: '1', text_message: { text: 'Hello' } }],
    },
  });
  await templatesV2.get({ template_id: made.id ?? '' });
  await templatesV2.list({});
  await templatesV2.listTranslations({ template_id: '01T', language_code: 'en-US' });
  await templatesV2.update({
    template_id: '01T',
    updateTemplateRequestBody: {
      version: 1,
      default_translation: 'en-US',
      translations: [{ language_code: 'en-US', version: '2', text_message: { text: 'Good morning' } }],
    },
  });
  await templatesV2.delete({ template_id: '01T' });
}
