import { createRequire } from 'node:module';
import type { Emulator } from '@convapi/emulator';
import type { RecordedRequest } from './recorded-request.ts';

/** Where an operation is. */
interface Place {
  method: string;
  path: string;
}

type Document = { paths: Record<string, Record<string, { operationId?: string }>> };

/** The batch API of the emulator stands below this. */
const BATCH = '/batch';

/** Where each operation is, as the documents say. */
export function findPlaces(): ReadonlyMap<string, Place> {
  const read = createRequire(import.meta.url);
  const documents = [
    ['', read('@convapi/core/openapi.json')],
    [BATCH, read('@convapi/core/batch.openapi.json')],
  ] as [string, Document][];
  return new Map(
    documents.flatMap(([prefix, { paths }]) =>
      Object.entries(paths).flatMap(([path, item]) =>
        Object.entries(item).flatMap(([method, { operationId }]): [string, Place][] =>
          operationId === undefined ? [] : [[operationId, { method: method.toUpperCase(), path: prefix + path }]],
        ),
      ),
    ),
  );
}

/** What came back, as far as the test asks. */
export interface SentAnswer {
  status: number;
  /** The fields that the error names. */
  fields: string[];
  message: string | undefined;
}

/** Sends requests as they are written, without any client between. */
export function createSender({ url, projectId, keyId, keySecret }: Emulator): (request: RecordedRequest) => Promise<SentAnswer> {
  const places = findPlaces();
  const headers = { authorization: `Basic ${btoa(`${keyId}:${keySecret}`)}`, 'content-type': 'application/json' };
  return async ({ operation, path = {}, query = {}, body }) => {
    const place = places.get(operation);
    if (!place) throw new Error(`There is no operation ${operation}.`);
    const values: Readonly<Record<string, string>> = { project_id: projectId, ...path };
    const filled = place.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
    // Lists go out with commas, as in the scripts.
    const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
    const answer = await fetch(`${url}${filled}?${search}`, {
      method: place.method,
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const { error } = (await answer.json()) as { error?: { message: string; details?: { field_violations?: { field: string }[] }[] } };
    const fields = error?.details?.flatMap(({ field_violations: wrong = [] }) => wrong.map(({ field }) => field)) ?? [];
    return { status: answer.status, fields, message: error?.message };
  };
}
