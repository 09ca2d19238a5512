/** The documents that the vendor publishes. */
export const DOCUMENT_KINDS = ['conversation', 'template', 'batch'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Our documents: templates stand in the same as conversations. */
export type OurDocument = 'conversation' | 'batch';

/** The document of ours that a document of the vendor is a part of. */
export function oursFor(kind: DocumentKind): OurDocument {
  return kind === 'batch' ? 'batch' : 'conversation';
}
