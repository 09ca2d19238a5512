const TEMPLATES_V1 = 'Version 1 of the templates ended on 2026-01-31. Use /v2/projects/{project_id}/templates.';

/** Operations that the spec still has and the service does not, and what to do instead. They answer 404, which is a guess. */
export const RETIRED_OPERATIONS: Readonly<Record<string, string>> = {
  Templates_CreateTemplate: TEMPLATES_V1,
  Templates_GetTemplate: TEMPLATES_V1,
  Templates_ListTemplates: TEMPLATES_V1,
  Templates_UpdateTemplate: TEMPLATES_V1,
  Templates_DeleteTemplate: TEMPLATES_V1,
};
