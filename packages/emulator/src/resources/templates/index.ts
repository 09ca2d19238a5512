/** Templates, and what a message becomes with them. */
export { fillPlaceholders } from './fill-placeholders.ts';
export { resolveMessage } from './resolve-message.ts';
export { type KnownTemplates, templatesFor } from './template-key.ts';
export type { TemplateRecord } from './template-record.ts';
export {
  createTemplate,
  deleteTemplate,
  getTemplate,
  listTemplates,
  listTranslations,
  type TemplatesWorld,
  updateTemplate,
} from './templates.ts';
