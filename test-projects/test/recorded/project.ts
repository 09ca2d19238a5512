import type { ProjectSettingsRequest } from '@convapi/client';
import type { Recorded, RecordedRequest } from './recorded-request.ts';

const create: RecordedRequest = {
  from: 'snippet',
  name: 'project-settings/create',
  operation: 'ProjectSettings_CreateSettings',
  body: { contact_settings: { unified_contact_id_enabled: false } } satisfies ProjectSettingsRequest,
};

/** Settings of the project, and the lists of those who do not want to hear from an app. */
export const project: Recorded = ({ app, number }) => [
  create,
  { from: 'snippet', name: 'project-settings/get', operation: 'ProjectSettings_GetSettings', given: create },
  {
    from: 'snippet',
    name: 'project-settings/update',
    operation: 'ProjectSettings_UpdateSettings',
    body: { contact_settings: { unified_contact_id_enabled: true } } satisfies ProjectSettingsRequest,
    given: create,
  },
  { from: 'snippet', name: 'project-settings/delete', operation: 'ProjectSettings_DeleteSettings', given: create },
  {
    from: 'snippet',
    name: 'consents/list-audit-records',
    operation: 'Consents_ListAuditRecords',
    path: { app_id: app, identity: `+${number}` },
  },
  {
    from: 'snippet',
    name: 'consents/list-identities',
    operation: 'Consents_ListIdentities',
    path: { app_id: app, list_type: 'OPT_OUT_ALL' },
  },
];
