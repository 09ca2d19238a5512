import type { Spec } from '../load-spec.ts';
import type { Document } from '../openapi.ts';
import type { DocumentForm } from './document-form.ts';
import type { DocumentKind } from './document-kinds.ts';

/** What is written, and from what. */
export interface ApplyOptions {
  /** Folder with the YAML files; changed in place. */
  folder: string;
  /** The spec of that folder. */
  before: Spec;
  document: DocumentKind;
  theirs: Document;
  /** The vendor's document before that. */
  previous: DocumentForm | undefined;
  /** Keep the old names of renamed schemas as aliases. */
  aliases: boolean;
}
