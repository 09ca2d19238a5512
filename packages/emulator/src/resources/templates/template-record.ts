import type { V2TemplateResponse, V2TemplateTranslation } from '@convapi/core';

/** A stored template. */
export interface TemplateRecord {
  wire: V2TemplateResponse & { translations: V2TemplateTranslation[] };
  /** Every version of every translation there ever was, oldest first. */
  history: V2TemplateTranslation[];
}
