import { join } from 'node:path';
import { bundle, createConfig } from '@redocly/openapi-core';
import { isTypeName } from './names.ts';
import type { Document, Schema } from './openapi.ts';
import { ownBodies } from './own-bodies.ts';

/** The two bundled documents and the schemas of both under one roof. */
export interface Spec {
  conversation: Document;
  batch: Document;
  schemas: Record<string, Schema>;
}

/**
 * Bundles `conversation.yaml` and `batch.yaml` of a folder.
 *
 * @throws Error when a document cannot be read, and as {@link joinDocuments}.
 */
export async function loadSpec(folder: string): Promise<Spec> {
  return joinDocuments(await bundleDocument(join(folder, 'conversation.yaml')), await bundleDocument(join(folder, 'batch.yaml')));
}

/**
 * Both documents, bundled, as one spec.
 *
 * @throws Error when a schema has a name that no type can have, or both define a schema of the same name differently.
 */
export function joinDocuments(conversation: Document, batch: Document): Spec {
  const schemas = { ...conversation.components.schemas, ...ownBodies(conversation), ...ownBodies(batch) };
  for (const [name, schema] of Object.entries(batch.components.schemas)) {
    const known = schemas[name];
    if (known && JSON.stringify(known) !== JSON.stringify(schema)) {
      throw new Error(`[@convapi/codegen] schema ${name} differs between conversation.yaml and batch.yaml. Rename one.`);
    }
    schemas[name] = schema;
  }
  const odd = Object.keys(schemas).filter((name) => !isTypeName(name));
  if (odd.length > 0) throw new Error(`[@convapi/codegen] no type can be called ${odd.join(', ')}. Rename the schema.`);
  return { conversation, batch, schemas };
}

async function bundleDocument(file: string): Promise<Document> {
  const config = await createConfig({});
  const { bundle: result, problems } = await bundle({ ref: file, config });
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) {
    throw new Error(`[@convapi/codegen] ${file}: ${errors.map((problem) => problem.message).join('; ')}`);
  }
  return result.parsed as Document;
}
