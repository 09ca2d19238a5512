import type { ValidateFunction } from 'ajv/dist/2020.js';
import {
  cached,
  createAjv,
  idOf,
  prepareSchemas,
  type Schema,
  type SpecDocument,
  type SpecOperation,
  titleOf,
  toViolations,
} from '../contract/index.ts';
import { join, typeOf } from './compare-shapes.ts';
import { resolve, type SchemaView, viewSchema } from './schema-view.ts';

/** Where a real answer leaves the spec. There are no values in it, and no keys that are data. */
export interface SpecDeviation {
  status: number;
  kind: 'undocumented_status' | 'undocumented_field' | 'not_json' | 'violation';
  path: string;
  /** The type of an undocumented field, or what the spec wants. */
  detail: string;
}

/** Checks real answers against the spec. */
export interface RealAnswerCheck {
  check(operation: SpecOperation, status: number, body: unknown): SpecDeviation[];
  /** What the spec says about the body of an answer; nothing for a status that it does not name. */
  view(operation: SpecOperation, status: number): SchemaView | undefined;
}

export function createRealAnswerCheck(documents: readonly SpecDocument[]): RealAnswerCheck {
  const ajv = createAjv(false);
  for (const { name, json } of documents) ajv.addSchema({ ...(prepareSchemas(json) as Schema), $id: idOf(name) });
  const checks = new Map<string, ValidateFunction>();
  const names = new Set(documents.flatMap(({ json }) => [...fieldNames(json)]));

  function find(operation: SpecOperation, status: number): { document: SpecDocument; pointer: string | undefined } | undefined {
    const document = documents.find(({ name }) => name === operation.document);
    const base = document && responsePointer(operation, status);
    let response = base && resolve(document, base);
    let pointer = base;
    if (isObject(response) && typeof response.$ref === 'string') {
      pointer = response.$ref;
      response = resolve(document as SpecDocument, pointer);
    }
    if (!document || !isObject(response)) return undefined;
    return { document, pointer: isObject(response.content) ? `${pointer}/content/application~1json/schema` : undefined };
  }

  function violations({ document, pointer }: { document: SpecDocument; pointer: string }, status: number, body: unknown): SpecDeviation[] {
    const validate = cached(checks, `${document.name}${pointer}`, () => ajv.compile({ $ref: idOf(document.name) + pointer }));
    if (validate(body)) return [];
    return toViolations(validate.errors ?? [], titleOf(documents, document.name)).map(({ field = '', description = '' }) => ({
      status,
      kind: 'violation',
      path: mask(field, names),
      detail: description,
    }));
  }

  return {
    check(operation, status, body) {
      const found = find(operation, status);
      if (!found) return [{ status, kind: 'undocumented_status', path: '', detail: typeOf(body) }];
      const { document, pointer } = found;
      if (body === undefined) return pointer === undefined ? [] : [{ status, kind: 'not_json', path: '', detail: 'must be JSON' }];
      const fields =
        pointer === undefined ? findUndocumented(body, undefined) : findUndocumented(body, viewSchema(document, { $ref: pointer }));
      const undocumented = fields.map(([path, detail]) => ({ status, kind: 'undocumented_field' as const, path, detail }));
      return [...undocumented, ...(pointer === undefined ? [] : violations({ document, pointer }, status, body))];
    },
    view(operation, status) {
      const found = find(operation, status);
      return found?.pointer === undefined ? undefined : viewSchema(found.document, { $ref: found.pointer });
    },
  };
}

function responsePointer({ path, method, document }: SpecOperation, status: number): string {
  const own = document === 'batch' ? path.replace(/^\/batch/, '') : path;
  const escaped = encodeURIComponent(own.replaceAll('~', '~0').replaceAll('/', '~1'));
  return `#/paths/${escaped}/${method.toLowerCase()}/responses/${status}`;
}

/** Fields that the spec does not name, with their type. */
function findUndocumented(body: unknown, schema: SchemaView | undefined): [path: string, type: string][] {
  const found = new Map<string, string>();

  function visit(value: unknown, path: string, view: SchemaView | undefined): void {
    if (Array.isArray(value)) for (const entry of value) visit(entry, `${path}[]`, view?.entries());
    // What a detail of an error holds follows from its `@type`, not from the spec.
    else if (isObject(value) && !view?.isOpen && !Object.hasOwn(value, '@type')) {
      for (const [name, part] of Object.entries(value)) {
        const inside = view?.isMap ? view.entries() : view?.field(name);
        const at = join(path, view?.isMap ? '*' : name);
        if (inside) visit(part, at, inside);
        else if (!view?.takesMore) found.set(at, typeOf(part));
      }
    }
  }

  visit(body, '', schema);
  return [...found];
}

/** Every name that the spec gives to a field. */
function fieldNames(value: unknown): Set<string> {
  const names = new Set<string>();
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(visit);
    else if (isObject(part)) {
      if (isObject(part.properties)) for (const name of Object.keys(part.properties)) names.add(name);
      Object.values(part).forEach(visit);
    }
  };
  visit(value);
  return names;
}

/** A path may lead through a map, whose keys are data. */
function mask(path: string, names: ReadonlySet<string>): string {
  return path.replaceAll(/[^.[\]]+/g, (part) => (names.has(part) ? part : /^\d+$/.test(part) ? '' : '*'));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
