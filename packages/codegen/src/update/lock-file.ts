import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentKind } from './document-kinds.ts';
import { isObject, type JsonObject } from './json.ts';
import type { SourceDocument } from './read-document.ts';

/** Where the lock stands, below the repository. */
export const LOCK_FILE = 'spec/spec.lock.json';

/** The lock with one document noted: which file the spec was last brought up to, and what generated the code. */
export async function writeLock(repository: string, document: DocumentKind, source: SourceDocument, generator: string): Promise<string> {
  const text = await readFile(join(repository, LOCK_FILE), 'utf8').catch(() => '{}');
  const known = JSON.parse(text) as { documents?: JsonObject };
  const entry = { source: source.name, openapi: source.version, info: versionOf(source), sha256: source.hash };
  const documents = { ...(isObject(known.documents) ? known.documents : {}), [document]: entry };
  const sorted = Object.fromEntries(Object.entries(documents).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ version: 1, generator, documents: sorted }, null, 2)}\n`;
}

function versionOf({ content }: SourceDocument): string {
  return isObject(content.info) ? String(content.info.version ?? '') : '';
}

/** The generator and what it rests on, with versions. */
export async function generatorName(): Promise<string> {
  const own = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
  const { version } = JSON.parse(
    await readFile(new URL('../../node_modules/openapi-typescript/package.json', import.meta.url), 'utf8'),
  ) as { version: string };
  return `@convapi/codegen ${own.version}, openapi-typescript ${version}`;
}
