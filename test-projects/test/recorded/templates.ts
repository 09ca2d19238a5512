import type { V2Template } from '@convapi/client';
import type { Recorded } from './recorded-request.ts';

const RETIRED = { status: 404, because: 'templates V1 have not been reachable since 2026-01-31' };

export const templates: Recorded = ({ template }) => {
  const path = { template_id: template };
  const first = { channel: 'CONVERSATION', default_translation: 'en', translations: [{ language_code: 'en', content: '{}' }] };
  return [
    {
      from: 'snippet',
      name: 'templates/v2/create, with the version of the translation',
      operation: 'Templates_v2_CreateTemplate',
      body: {
        default_translation: 'en-GB',
        translations: [
          {
            language_code: 'en-GB',
            version: '1',
            location_message: { title: 'Our shop', coordinates: { latitude: 57.7, longitude: 11.97 } },
          },
        ],
      } satisfies V2Template,
    },
    { from: 'snippet', name: 'templates/v2/delete', operation: 'Templates_v2_DeleteTemplate', path },
    { from: 'snippet', name: 'templates/v2/get', operation: 'Templates_v2_GetTemplate', path },
    { from: 'snippet', name: 'templates/v2/list', operation: 'Templates_v2_ListTemplates' },
    { from: 'snippet', name: 'templates/v2/list-translations', operation: 'Templates_v2_ListTranslations', path },
    {
      from: 'snippet',
      name: 'templates/v2/update, without id and version',
      operation: 'Templates_v2_UpdateTemplate',
      path,
      // a new template, and no V2TemplateUpdate
      body: {
        description: 'Says that an order is there',
        default_translation: 'en-GB',
        translations: [
          {
            language_code: 'en-GB',
            version: '2',
            variables: [{ key: 'name', preview_value: 'Ada' }],
            // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder of the service
            text_message: { text: 'Your order is here, ${name}' },
          },
        ],
      } satisfies V2Template,
      refused: { status: 400, fields: ['id', 'version'], because: 'the document of templates requires id and version to replace one' },
    },
    { from: 'snippet', name: 'templates/v1/create', operation: 'Templates_CreateTemplate', body: first, refused: RETIRED },
    { from: 'snippet', name: 'templates/v1/delete', operation: 'Templates_DeleteTemplate', path, refused: RETIRED },
    { from: 'snippet', name: 'templates/v1/get', operation: 'Templates_GetTemplate', path, refused: RETIRED },
    { from: 'snippet', name: 'templates/v1/list', operation: 'Templates_ListTemplates', refused: RETIRED },
    { from: 'snippet', name: 'templates/v1/update', operation: 'Templates_UpdateTemplate', path, body: first, refused: RETIRED },
    { from: 'mcp', name: 'list-messaging-templates', operation: 'Templates_v2_ListTemplates' },
    { from: 'node-red', name: 'template, its list', operation: 'Templates_ListTemplates', refused: RETIRED },
  ];
};
