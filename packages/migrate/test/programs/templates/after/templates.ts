import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';

const sinch = createConversationClient({ projectId: 'p', region: 'eu', auth: clientCredentials({ keyId: 'k', keySecret: 's' }) });

export async function main() {
  const { templatesV1, templates: templatesV2 } = sinch;
  const old = await templatesV1.create({
    channel: 'UNSPECIFIED',
    default_translation: 'en-US',
    translations: [{ language_code: 'en-US', version: '1', content: 'Hello' }],
  });
  await templatesV1.get(old.id ?? '');
  await templatesV1.list();
  await templatesV1.update('01T', old, { update_mask: ['description'] });
  await templatesV1.delete('01T');
  const made = await templatesV2.create({
    default_translation: 'en-US',
    translations: [{ language_code: 'en-US', version: '1', text_message: { text: 'Hello' } }],
  });
  await templatesV2.get(made.id ?? '');
  await templatesV2.list();
  await templatesV2.listTranslations('01T', { language_code: 'en-US' });
  await templatesV2.update('01T', { id: '01T',
    version: 1,
    default_translation: 'en-US',
    translations: [{ language_code: 'en-US', version: '2', text_message: { text: 'Good morning' } }],
  });
  await templatesV2.delete('01T');
}
