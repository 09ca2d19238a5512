import fc from 'fast-check';
import type { Described, Schema } from './documents.ts';
import { fromSchema, PLACEHOLDERS } from './from-schema.ts';
import { hostile, hostileBody, spoil } from './spoil.ts';

/** A request that may or may not be right; ids in it are placeholders. */
export interface MadeRequest {
  method: string;
  path: string;
  query: [name: string, value: string][];
  /** As text, since it need not be JSON. */
  body: string | undefined;
  contentType: string | undefined;
  /** Nothing in it is wrong, as far as the document tells. */
  isValid: boolean;
}

/** Requests of an operation as the document describes them. */
export function validRequest(operation: Described): fc.Arbitrary<MadeRequest> {
  return fc
    .tuple(queryOf(operation), bodyOf(operation))
    .map(([query, body]) => ({ ...frame(operation), query, ...asJson(body), isValid: true }));
}

/** Requests of an operation with something wrong in path, query or body. */
export function spoiltRequest(operation: Described): fc.Arbitrary<MadeRequest> {
  const base = fc
    .tuple(queryOf(operation), bodyOf(operation))
    .map(([query, body]) => ({ ...frame(operation), query, ...asJson(body), isValid: false }));
  const strange = fc.tuple(fc.oneof(fc.string(), fc.constantFrom('page_size', 'page_token', 'view')), hostile);
  const inQuery = fc.tuple(base, fc.array(strange, { minLength: 1, maxLength: 2 }), fc.nat()).map(([request, added, at]) => {
    const spoilt = request.query.map(([name, value], index) => [name, index === at % request.query.length ? toText(added[0]?.[1]) : value]);
    return { ...request, query: [...spoilt, ...added.map(([name, value]) => [name, toText(value)])] as MadeRequest['query'] };
  });
  const inPath = fc
    .tuple(base, hostile, fc.nat())
    .map(([request, value, at]) => ({ ...request, path: spoilPath(operation.path, toText(value), at) }));
  if (!operation.body) return fc.oneof(inQuery, inPath);
  const inBody = fc.tuple(base, spoil(bodyOf(operation))).map(([request, body]) => ({ ...request, ...asJson(body) }));
  const asBody = fc.tuple(base, hostileBody).map(([request, body]) => ({ ...request, body }));
  const asType = fc
    .tuple(base, fc.constantFrom('text/plain', 'application/xml', 'application/x-www-form-urlencoded', '', undefined))
    .map(([request, contentType]) => ({ ...request, contentType }));
  return fc.oneof({ weight: 6, arbitrary: inBody }, inQuery, inPath, asBody, asType);
}

function frame({ method, path }: Described): Pick<MadeRequest, 'method' | 'path'> {
  return { method, path: path.replaceAll(/\{(\w+)\}/g, (_, name: string) => placeholder(name)) };
}

function placeholder(name: string): string {
  return Object.hasOwn(PLACEHOLDERS, name) ? PLACEHOLDERS[name as keyof typeof PLACEHOLDERS] : name;
}

/** Puts something in the place of one id; without the project, most paths have one or none. */
function spoilPath(path: string, value: string, at: number): string {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const chosen = names[names.length > 1 ? 1 + (at % (names.length - 1)) : 0];
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === chosen ? encode(value.slice(0, 2_000)) : placeholder(name)));
}

function encode(value: string): string {
  return encodeURIComponent(Buffer.from(value).toString()) || '%20';
}

function queryOf({ parameters, body, resolve }: Described): fc.Arbitrary<[string, string][]> {
  const wanted = parameters.filter((parameter) => parameter.in === 'query');
  const one = wanted.map(({ name, required, schema }) => {
    const made = name === 'update_mask' && body ? fc.subarray(fieldsOf(body, resolve)) : fromSchema(schema, resolve, name);
    const value = made.map((one): [string, string] => [name, Array.isArray(one) ? one.join(',') : toText(one)]);
    return required ? value.map((entry) => [entry]) : fc.option(value, { nil: undefined }).map((entry) => (entry ? [entry] : []));
  });
  return one.length === 0 ? fc.constant([]) : fc.tuple(...one).map((entries) => entries.flat() as [string, string][]);
}

function fieldsOf(body: Schema, resolve: Described['resolve']): string[] {
  return Object.keys((typeof body.$ref === 'string' ? resolve(body.$ref) : body).properties ?? {});
}

function bodyOf({ body, resolve }: Described): fc.Arbitrary<unknown> {
  return body ? fromSchema(body, resolve) : fc.constant(undefined);
}

function asJson(body: unknown): Pick<MadeRequest, 'body' | 'contentType'> {
  return body === undefined ? { body: undefined, contentType: undefined } : { body: JSON.stringify(body), contentType: 'application/json' };
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
