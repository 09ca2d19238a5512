import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DocumentForm, documentForm } from './document-form.ts';
import type { DocumentKind } from './document-kinds.ts';
import type { JsonObject } from './json.ts';
import { normalise } from './normalise.ts';

/** Where the vendor's document is kept that `spec/` was last brought up to, overlays applied, below the repository. */
export function vendorFile(kind: DocumentKind): string {
  return `spec/vendor/${kind}.json`;
}

/** The vendor's document of before; undefined when none was taken in yet. */
export async function readPrevious(repository: string, kind: DocumentKind): Promise<DocumentForm | undefined> {
  const text = await readFile(join(repository, vendorFile(kind)), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : documentForm(normalise(vendorFile(kind), JSON.parse(text) as JsonObject));
}

export function vendorText(content: JsonObject): string {
  return `${JSON.stringify(content, null, 1)}\n`;
}
