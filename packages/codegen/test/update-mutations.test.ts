import { beforeAll, describe, expect, test } from 'vitest';
import { compareDocuments } from '../src/update/compare-documents.ts';
import type { DocumentForm } from '../src/update/document-form.ts';
import { changed, saidBy, vendorDocument } from './helpers/documents.ts';
import { MUTATIONS } from './helpers/mutations.ts';

let ours: DocumentForm;
beforeAll(() => {
  ours = saidBy(vendorDocument());
});

describe('a document that differs in one thing', () => {
  test.each(MUTATIONS)('%s', (_, told, change) => {
    const theirs = saidBy(changed(vendorDocument(), change));
    const { changes } = compareDocuments('conversation', ours, theirs);
    expect([...new Set(changes.map(({ kind, where }) => `${kind} ${where}`))].sort()).toEqual(told);
  });
});
